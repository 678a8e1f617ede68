package io.suturescope.views.controls;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// Small bars without an axis: how often, over the time shown.
public final class Sparkline extends Region {

  private static final double EM_HEIGHT = 1.2;

  private final SVGPath bars = new SVGPath();
  private final SVGPath base = new SVGPath();
  private List<Long> values = List.of();
  private double drawnWidth = -1;
  private double drawnHeight = -1;

  public Sparkline() {
    getStyleClass().add("sparkline");
    bars.getStyleClass().add("bars");
    base.getStyleClass().add("base");
    getChildren().addAll(base, bars);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  public void set(List<Long> newValues, Severity severity) {
    values = newValues;
    drawnWidth = -1;
    getStyleClass().removeIf(c -> c.startsWith("tone-"));
    getStyleClass().add(Tone.of(severity).styleClass());
    long highest = values.stream().mapToLong(Long::longValue).max().orElse(0);
    setAccessibleText(Words.of("sparkline.accessible", values.size(), highest));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width != drawnWidth || height != drawnHeight) {
      drawnWidth = width;
      drawnHeight = height;
      bars.setContent(path(width, height, false));
      base.setContent(path(width, height, true));
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return EM_HEIGHT * 13;
  }

  /// @param nothing draws the steps without a crash in place of those with one
  private String path(double width, double height, boolean nothing) {
    long highest = values.stream().mapToLong(Long::longValue).max().orElse(0);
    if (highest == 0 || width <= 0) {
      return "";
    }
    double step = width / values.size();
    double bar = Math.max(1, step - 1);
    StringBuilder path = new StringBuilder(values.size() * 32);
    for (int i = 0; i < values.size(); i++) {
      long value = values.get(i);
      if ((value == 0) != nothing) {
        continue;
      }
      double tall = value == 0 ? 1 : Math.max(2, Math.rint(height * value / highest));
      path.append(
          String.format(
              Locale.ROOT, "M%.1f %.1fh%.1fv%.1fh-%.1fz", i * step, height, bar, -tall, bar));
    }
    return path.toString();
  }
}
