package io.suturescope.views.patches;

import io.suturescope.model.life.EdgeKind;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.Words;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;

/// One edge of the graph: a curve as thick as its traffic, its arrow, and how often it was taken.
///
/// The way of an edge that is documented is solid with a filled arrow, one that is usual is thin
/// with an open arrow, one that is odd is dashed, one that alarms is dashed and red.
final class EdgeLine extends Group {

  private static final double THINNEST = 1.4;

  private final CubicCurve line = new CubicCurve();
  private final CubicCurve reach = new CubicCurve();
  private final Polygon arrow = new Polygon();
  private final Label count;
  private final double thickness;

  /// @param labelled false for the line of a single patch, drawn over others
  EdgeLine(MachineState.Edge edge, String style, boolean labelled) {
    thickness = labelled ? thickness(edge.times(), edge.kind()) : 2.4;
    getStyleClass().addAll("edge", style);
    line.getStyleClass().add("edge-line");
    arrow.getStyleClass().add("edge-arrow");
    reach.getStyleClass().add("edge-reach");
    line.setStrokeWidth(thickness);
    reach.setStrokeWidth(Math.max(12, thickness + 6));
    getChildren().addAll(reach, line, arrow);
    String text = Words.compact(edge.times());
    boolean said = edge.kind() == EdgeKind.ODD || edge.kind() == EdgeKind.ALARM;
    count =
        Labels.words(
            said ? Words.of("machine.edge.odd", text, PatchWords.kind(edge.kind())) : text,
            "edge-count");
    count.getStyleClass().addAll("edge", style);
    count.setVisible(labelled && edge.times() > 0);
    setAutoSizeChildren(false);
  }

  /// Makes it an edge that takes the keyboard and the mouse.
  EdgeLine said(String text) {
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(text);
    javafx.scene.control.Tooltip.install(this, Labels.tip(text));
    return this;
  }

  /// Grows with the logarithm, so that both 1 and 10,000 read well.
  ///
  /// @return pixels
  static double thickness(long times, EdgeKind kind) {
    double digits = Math.log10(1.0 + Math.max(0, times));
    return kind == EdgeKind.DOCUMENTED ? THINNEST + 1.5 * digits : 1 + digits;
  }

  static String style(EdgeKind kind) {
    return "edge-" + kind.name().toLowerCase(Locale.ROOT);
  }

  void place(EdgeRoute route) {
    double size = 5 + thickness * 1.25;
    Point2D way = route.direction();
    Point2D neck = route.end().subtract(way.multiply(size * 0.8));
    set(line, route, neck);
    set(reach, route, route.end());
    Point2D across = new Point2D(-way.getY(), way.getX()).multiply(size * 0.62);
    Point2D foot = route.end().subtract(way.multiply(size * 1.25));
    arrow
        .getPoints()
        .setAll(
            route.end().getX(),
            route.end().getY(),
            foot.add(across).getX(),
            foot.add(across).getY(),
            foot.subtract(across).getX(),
            foot.subtract(across).getY());
  }

  private static void set(CubicCurve curve, EdgeRoute route, Point2D end) {
    curve.setStartX(route.start().getX());
    curve.setStartY(route.start().getY());
    curve.setControlX1(route.leaving().getX());
    curve.setControlY1(route.leaving().getY());
    curve.setControlX2(route.arriving().getX());
    curve.setControlY2(route.arriving().getY());
    curve.setEndX(end.getX());
    curve.setEndY(end.getY());
  }

  /// Its count, which stands above all lines.
  Label count() {
    return count;
  }

  double labelWidth() {
    return Math.ceil(count.prefWidth(-1));
  }

  double labelHeight() {
    return Math.ceil(count.prefHeight(-1));
  }

  void placeLabel(Bounds room) {
    count.resizeRelocate(room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight());
  }
}
