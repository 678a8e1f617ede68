package io.suturescope.views;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Writes down what a view asks for.
public final class Recorder {

  private final List<String> calls = new CopyOnWriteArrayList<>();

  /// Any actions interface.
  public <T> T as(Class<T> actions) {
    Object proxy =
        Proxy.newProxyInstance(
            actions.getClassLoader(),
            new Class<?>[] {actions},
            (self, method, arguments) -> {
              List<Object> all =
                  arguments == null ? List.of() : new ArrayList<>(Arrays.asList(arguments));
              switch (method.getName()) {
                case "hashCode":
                  return System.identityHashCode(self);
                case "equals":
                  return self == arguments[0];
                case "toString":
                  return "recorder";
                default:
                  calls.add(method.getName() + all);
                  return null;
              }
            });
    return actions.cast(proxy);
  }

  public List<String> calls() {
    return calls;
  }
}
