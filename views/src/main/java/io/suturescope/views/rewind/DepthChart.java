package io.suturescope.views.rewind;

import io.suturescope.model.rewind.RewindStep;
import io.suturescope.model.rewind.RewindTrace;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// How deep the calls were at each step: a bar per step, the higher the deeper.
///
/// An exception is a bar with a notch at its head, the crash also has a sign and the word. Pressing
/// and dragging goes to a step.
final class DepthChart extends Region {

  private static final double SIGN_EM = 1.5;

  private final SVGPath now = new SVGPath();
  private final SVGPath calls = new SVGPath();
  private final SVGPath exceptions = new SVGPath();
  private final SVGPath sign = new SVGPath();
  private final Label crash = Labels.words(Words.of("rewind.crash"), "depth-word");
  private final Label depth = Labels.words("", "depth-title");
  private Optional<RewindTrace> trace = Optional.empty();
  private int deepest;
  private int current;
  private double drawnWidth = -1;
  private double drawnHeight = -1;

  /// @param chosen hears the step that is pressed
  DepthChart(IntConsumer chosen) {
    getStyleClass().add("depth-chart");
    now.getStyleClass().add("depth-now");
    calls.getStyleClass().add("depth-call");
    exceptions.getStyleClass().add("depth-exception");
    sign.getStyleClass().add("depth-crash");
    getChildren().addAll(now, calls, exceptions, sign, crash, depth);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMousePressed(e -> press(e, chosen));
    setOnMouseDragged(e -> press(e, chosen));
  }

  void show(RewindTrace shown) {
    trace = Optional.of(shown);
    current = 0;
    drawnWidth = -1;
    deepest = shown.deepest();
    depth.setText(Words.of("rewind.depth", deepest));
    setAccessibleText(
        Words.of(
            "rewind.chart",
            shown.steps().size(),
            deepest,
            shown.crash().isPresent() ? shown.crash().getAsInt() + 1 : 0));
    requestLayout();
  }

  void go(int step) {
    current = step;
    drawNow();
  }

  private void press(MouseEvent event, IntConsumer chosen) {
    int count = steps().size();
    if (count > 0) {
      int step = (int) Math.floor((event.getX() - snappedLeftInset()) / wide());
      chosen.accept(Math.clamp(step, 0, count - 1));
    }
  }

  private List<RewindStep> steps() {
    return trace.map(RewindTrace::steps).orElse(List.of());
  }

  private double em() {
    return depth.getFont().getSize();
  }

  /// Pixels for a step.
  private double wide() {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    return Math.max(0.01, room / Math.max(1, steps().size()));
  }

  private double floor() {
    return getHeight() - snappedBottomInset();
  }

  private double tall(RewindStep step) {
    double room = floor() - snappedTopInset() - SIGN_EM * em();
    return Math.max(2, room * (step.depth() + 1) / (deepest + 1));
  }

  @Override
  protected void layoutChildren() {
    depth.autosize();
    crash.autosize();
    if (getWidth() != drawnWidth || getHeight() != drawnHeight) {
      drawnWidth = getWidth();
      drawnHeight = getHeight();
      calls.setContent(bars(false));
      exceptions.setContent(bars(true));
      drawCrash();
    }
    drawNow();
  }

  /// A bar for each step; where steps are narrower than a pixel, one for all of a pixel.
  private String bars(boolean raised) {
    List<RewindStep> steps = steps();
    int together = (int) Math.max(1, Math.ceil(1 / wide()));
    StringBuilder path = new StringBuilder();
    for (int from = 0; from < steps.size(); from += together) {
      List<RewindStep> some = steps.subList(from, Math.min(steps.size(), from + together));
      if (some.stream().anyMatch(DepthChart::isException) == raised) {
        double tall = some.stream().mapToDouble(this::tall).max().orElse(0);
        path.append(bar(snappedLeftInset() + from * wide(), wide() * together, tall, raised));
      }
    }
    return path.toString();
  }

  private static boolean isException(RewindStep step) {
    return step.event().event().equals("exception");
  }

  private String bar(double x, double wide, double tall, boolean notched) {
    double bar = Math.max(1, wide - Math.min(2, wide * 0.2));
    double notch = notched ? Math.min(bar / 2, em() * 0.4) : 0;
    return String.format(
        Locale.ROOT,
        "M%.1f %.1fv%.1fl%.1f %.1fl%.1f %.1fV%.1fz",
        x,
        floor(),
        -tall,
        bar / 2,
        notch,
        bar / 2,
        -notch,
        floor());
  }

  private void drawCrash() {
    depth.relocate(snappedLeftInset(), snappedTopInset());
    Optional<RewindStep> step = trace.flatMap(RewindTrace::crashStep);
    crash.setVisible(step.isPresent());
    sign.setVisible(step.isPresent());
    step.ifPresent(crashed -> {
      double half = em() * 0.42;
      double x = snappedLeftInset() + (crashed.index() + 0.5) * wide();
      double y = snappedTopInset() + em() * 0.65;
      sign.setContent(
          String.format(
              Locale.ROOT,
              "M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz",
              x,
              y - half,
              half,
              half,
              -half,
              half,
              -half,
              -half));
      boolean room = x + half * 2 + crash.getWidth() < getWidth();
      crash.relocate(
          room ? x + half * 1.8 : x - half * 1.8 - crash.getWidth(), y - crash.getHeight() / 2);
      // The title makes room for an early crash.
      boolean early = x < depth.getWidth() + crash.getWidth() * 2;
      depth.relocate(
          early ? getWidth() - snappedRightInset() - depth.getWidth() : snappedLeftInset(),
          snappedTopInset());
    });
  }

  private void drawNow() {
    double x = snappedLeftInset() + current * wide();
    double top = snappedTopInset() + em() * 1.2;
    now.setVisible(!steps().isEmpty());
    now.setContent(
        String.format(
            Locale.ROOT,
            "M%.1f %.1fh%.1fv%.1fh%.1fz",
            x - 1,
            floor() + 3,
            wide() + 1,
            top - floor(),
            -wide() - 1));
  }

  @Override
  protected double computePrefHeight(double width) {
    return em() * 9;
  }

  @Override
  protected double computeMinHeight(double width) {
    return em() * 6;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }
}
