package io.suturescope.views.patches;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/// Where an edge runs: one curve from the border of a box to the border of another.
///
/// @param start and `end` on the borders
/// @param leaving and `arriving` the two points that bend it
record EdgeRoute(Point2D start, Point2D leaving, Point2D arriving, Point2D end) {

  private static final double SAME = 1;
  private static final double LEVEL = 0.4;

  /// What bends a way around others without leading it out of the graph.
  private record Room(double step, double middle, double rise) {

    double top() {
      return middle - 1.85 * rise;
    }

    double bottom() {
      return middle + 1.45 * rise;
    }
  }

  /// The curve between two boxes.
  ///
  /// Neighbours in a row are joined straight, all other ways in a row lead around it, and so do
  /// long ways and ways back; the side is that of the row away from the middle.
  ///
  /// @param step pixels between two columns
  /// @param middle height of the middle row
  /// @param rise pixels between two rows
  static EdgeRoute between(Bounds from, Bounds to, double step, double middle, double rise) {
    double columns = (to.getCenterX() - from.getCenterX()) / step;
    double rows = to.getCenterY() - from.getCenterY();
    if (from.equals(to)) {
      return loop(from);
    }
    if (Math.abs(rows) < SAME) {
      return columns > 0 && columns < 1 + LEVEL
          ? straight(from, to)
          : around(from, to, side(from, to, middle), new Room(step, middle, rise));
    }
    if (Math.abs(columns) < 1 - LEVEL) {
      return upright(from, to);
    }
    return columns > 0 && columns < 2.5
        ? bent(from, to)
        : around(from, to, side(from, to, middle), new Room(step, middle, rise));
  }

  private static double side(Bounds from, Bounds to, double middle) {
    double away = from.getCenterY() - middle;
    if (Math.abs(away) < SAME) {
      away = to.getCenterY() - middle;
    }
    return away < -SAME ? -1 : 1;
  }

  private static EdgeRoute straight(Bounds from, Bounds to) {
    Point2D start = new Point2D(from.getMaxX(), from.getCenterY());
    Point2D end = new Point2D(to.getMinX(), to.getCenterY());
    return line(start, end);
  }

  private static EdgeRoute line(Point2D start, Point2D end) {
    return new EdgeRoute(
        start, start.interpolate(end, 1 / 3.0), start.interpolate(end, 2 / 3.0), end);
  }

  /// Between rows, boxes nearly above each other; the two directions beside each other.
  private static EdgeRoute upright(Bounds from, Bounds to) {
    boolean down = to.getCenterY() > from.getCenterY();
    double lean = Math.signum(Math.rint(to.getCenterX() - from.getCenterX()));
    double beside = from.getWidth() * (down ? -0.07 : 0.07);
    double inwards = lean * from.getWidth() * 0.28;
    Point2D start =
        new Point2D(from.getCenterX() + inwards + beside, down ? from.getMaxY() : from.getMinY());
    Point2D end =
        new Point2D(to.getCenterX() - inwards + beside, down ? to.getMinY() : to.getMaxY());
    return line(start, end);
  }

  private static EdgeRoute bent(Bounds from, Bounds to) {
    double rows = Math.signum(to.getCenterY() - from.getCenterY());
    Point2D start = new Point2D(from.getMaxX(), from.getCenterY());
    // Beside the straight edge that may arrive in the middle.
    double beside = to.getMinX() - from.getMaxX() > from.getWidth() ? from.getHeight() * 0.3 : 0;
    Point2D end = new Point2D(to.getMinX(), to.getCenterY() - rows * beside);
    double bend = Math.max(24, (end.getX() - start.getX()) / 2);
    return new EdgeRoute(start, start.add(bend, 0), end.subtract(bend, 0), end);
  }

  /// Over (-1) or under (1) what stands between.
  private static EdgeRoute around(Bounds from, Bounds to, double side, Room room) {
    double towards = Math.signum(to.getCenterX() - from.getCenterX());
    double inset = from.getWidth() * 0.22 * towards;
    Point2D start =
        new Point2D(from.getCenterX() + inset, side < 0 ? from.getMinY() : from.getMaxY());
    Point2D end = new Point2D(to.getCenterX() - inset, side < 0 ? to.getMinY() : to.getMaxY());
    double columns = Math.abs(to.getCenterX() - from.getCenterX()) / room.step();
    double depth = from.getHeight() * (0.7 + 0.2 * Math.min(columns, 3));
    double outermost =
        side < 0
            ? Math.max(Math.min(start.getY(), end.getY()) - depth, room.top())
            : Math.min(Math.max(start.getY(), end.getY()) + depth, room.bottom());
    return new EdgeRoute(
        start, new Point2D(start.getX(), outermost), new Point2D(end.getX(), outermost), end);
  }

  /// From a state to itself.
  private static EdgeRoute loop(Bounds box) {
    double x = box.getMaxX() - box.getWidth() * 0.3;
    double reach = box.getHeight() * 0.9;
    return new EdgeRoute(
        new Point2D(x, box.getMinY()),
        new Point2D(x - reach * 0.2, box.getMinY() - reach),
        new Point2D(box.getMaxX() + reach * 0.1, box.getMinY() - reach),
        new Point2D(box.getMaxX() - box.getWidth() * 0.08, box.getMinY()));
  }

  /// The point after this share of the way.
  Point2D at(double share) {
    double rest = 1 - share;
    return start
        .multiply(rest * rest * rest)
        .add(leaving.multiply(3 * rest * rest * share))
        .add(arriving.multiply(3 * rest * share * share))
        .add(end.multiply(share * share * share));
  }

  /// The way it arrives, one pixel long.
  Point2D direction() {
    return end.subtract(arriving).normalize();
  }

  /// The room of a word at a point of the way.
  Bounds room(double share, double width, double height) {
    Point2D centre = at(share);
    return new BoundingBox(
        Math.rint(centre.getX() - width / 2), Math.rint(centre.getY() - height / 2), width, height);
  }
}
