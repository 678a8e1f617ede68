package io.suturescope.app;

public final class Main {
  private Main() {}

  public static void main(String[] a) {
    System.out.println("hi " + java.util.List.of(a));
  }
}
