package io.suturescope.app.work;

/// A line of work in which only one thing runs at a time.
///
/// @param name names its thread, for people who read a thread dump
/// @param order what happens when more work comes while some is running
public record Lane(String name, Order order) {

  public enum Order {
    /// New work interrupts the running one, whose result is dropped: queries behind a screen.
    NEWEST_WINS,
    /// New work waits for its turn: imports.
    ONE_AFTER_ANOTHER
  }

  public static Lane newestWins(String name) {
    return new Lane(name, Order.NEWEST_WINS);
  }

  public static Lane oneAfterAnother(String name) {
    return new Lane(name, Order.ONE_AFTER_ANOTHER);
  }
}
