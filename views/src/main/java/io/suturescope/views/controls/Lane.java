package io.suturescope.views.controls;

import java.util.List;

/// A line of marks under the timeline; one without marks is not shown.
public record Lane(String name, List<LaneMark> marks) {

  public Lane {
    marks = List.copyOf(marks);
  }
}
