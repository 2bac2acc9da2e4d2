package io.loanwright.arrears.web;

import io.loanwright.arrears.ArrearsClass;
import io.loanwright.web.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which tables of classes leave no day without a class, and none with two. */
final class ClassRules {

  private ClassRules() {}

  /** Returns what is wrong with a table, field by field. */
  static List<FieldError> objections(List<ArrearsClass> classes) {
    List<FieldError> wrong = new ArrayList<>();
    ArrearsClass first = classes.getFirst();
    if (first.fromDay() != 0) {
      wrong.add(new FieldError("classes[0].fromDay", "must be 0: the first class is not late"));
    }
    if (first.nonPerforming()) {
      wrong.add(new FieldError("classes[0].nonPerforming", "must be off: its loans are not late"));
    }
    if (first.marksDefault()) {
      wrong.add(new FieldError("classes[0].marksDefault", "must be off: its loans are not late"));
    }
    Set<String> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < classes.size(); i++) {
      ArrearsClass each = classes.get(i);
      String at = "classes[" + i + "].";
      if (!codes.add(each.code())) {
        wrong.add(new FieldError(at + "code", "must not be that of another class"));
      }
      if (each.name().isEmpty()) {
        wrong.add(new FieldError(at + "name", "must not be blank"));
      } else if (!names.add(each.name().toLowerCase(Locale.ROOT))) {
        wrong.add(new FieldError(at + "name", "must not be that of another class"));
      }
      if (i > 0 && each.fromDay() <= classes.get(i - 1).fromDay()) {
        wrong.add(new FieldError(at + "fromDay", "must be more than that of the class before"));
      }
    }
    return wrong;
  }
}
