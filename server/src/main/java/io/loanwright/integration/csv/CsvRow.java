package io.loanwright.integration.csv;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number its number as a spreadsheet counts: the names of the columns are row 1
 * @param values its values as they are; perhaps more or fewer than there are columns
 */
public record CsvRow(long number, List<String> values) {}
