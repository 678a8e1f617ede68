package io.suturescope.importers.codesuture;

import io.suturescope.importers.ImportSink;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.origin.Place;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Measures how many CPU seconds an import costs: `ReadSpeed FOLDER [ROUNDS]`.
final class ReadSpeed {

  private static long incidents;

  private ReadSpeed() {}

  public static void main(String[] arguments) {
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    ImportSink sink =
        (ImportSink)
            Proxy.newProxyInstance(
                ReadSpeed.class.getClassLoader(),
                new Class<?>[] {ImportSink.class},
                (proxy, method, values) -> {
                  if (values.length == 3
                      && values[0] instanceof Incident
                      && values[1] instanceof Place) {
                    incidents++;
                  }
                  return method.getName().equals("known") ? Optional.empty() : null;
                });
    for (int round = 0; round < rounds; round++) {
      incidents = 0;
      long wall = System.nanoTime();
      long cpu = cpu();
      ProjectFinder.Found found = ProjectFinder.find(Path.of(arguments[0]));
      if (found instanceof ProjectFinder.Found.Sources(List<ProjectFinder.Source> sources)) {
        for (ProjectFinder.Source source : sources) {
          try (SourceTree tree = source.tree()) {
            CodeSutureImporter.read(tree, sink);
          }
        }
      }
      System.out.printf(
          "%d incidents, %.2f s, %.2f CPU s of the process%n",
          incidents, (System.nanoTime() - wall) / 1e9, (cpu() - cpu) / 1e9);
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
