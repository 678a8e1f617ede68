package io.suturescope.app.examine;

import io.suturescope.app.store.Reading;
import io.suturescope.app.store.RowOrder;
import io.suturescope.app.store.SourceRow;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryKey;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.source.SuggestionList;
import io.suturescope.model.source.SuggestionListText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All suggestions of a source, checked against its files as they are now.
public final class Suggestions {

  private final Reading reading;

  public Suggestions(Reading reading) {
    this.reading = reading;
  }

  private record Key(String module, String function, String guard) {}

  /// As text for people, one entry for each function and guard.
  public String text(SourceRow source) {
    Map<Key, Incident> newest = new LinkedHashMap<>();
    IncidentQuery ofSource =
        new IncidentQuery(
            List.of(QueryTerm.of(QueryKey.SOURCE, new QueryValue.Text(source.identity().path()))));
    reading.forEachIncident(
        ofSource,
        RowOrder.NEWEST_FIRST,
        stored -> {
          Incident incident = stored.incident();
          if (stored.source().id() == source.id() && incident.suggestedFix().isPresent()) {
            newest.putIfAbsent(
                new Key(incident.module(), incident.function(), incident.guardType()), incident);
          }
        });
    try (Project project = Project.open(source, reading)) {
      return SuggestionListText.text(
          SuggestionList.of(
              newest.values(), path -> project.tree().flatMap(tree -> tree.pythonFile(path))));
    }
  }
}
