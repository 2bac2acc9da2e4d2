package io.loanwright.integration.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a file, found by name. */
public final class Columns {

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  /** Finds the place of each name. */
  public Columns(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
  }

  /** Returns the names in their order. */
  public List<String> names() {
    return names;
  }

  /** Returns whether there is a column of a name. */
  public boolean has(String name) {
    return places.containsKey(name);
  }

  /** Returns the value of a column in a row; empty where the row has none. */
  public String value(CsvRow row, String name) {
    Integer place = places.get(name);
    return place == null || place >= row.values().size() ? "" : row.values().get(place);
  }
}
