package io.suturescope.model.guard;

import java.util.List;

/// A patch in plain words.
///
/// @param sentence what the caller now gets
/// @param details further sentences: what was inserted, and the traps that this guard is known for
/// @param warnings sentences about what may hurt, such as a made-up value in a money module
public record GuardExplanation(List<Phrase> sentence, List<String> details, List<String> warnings) {

  public GuardExplanation {
    sentence = List.copyOf(sentence);
    details = List.copyOf(details);
    warnings = List.copyOf(warnings);
  }

  /// Explains a patch: from its bytecode where there is some, else from its metadata. Where both
  /// disagree, the sentence says what the bytecode does, and a warning that they do.
  public static GuardExplanation of(GuardQuestion question) {
    Facts facts = new Facts(question);
    Words words =
        facts
            .main()
            .map(group -> GuardSentences.sentence(facts, group))
            .orElseGet(() ->
                question.guardType().equals("division_guard") && Divisions.unguarded(facts.rest())
                    ? Divisions.sentence(facts)
                    : RecordedSentences.sentence(facts));
    return new GuardExplanation(words.phrases(), GuardDetails.of(facts), Traps.of(facts));
  }

  /// A piece of the sentence.
  ///
  /// @param code true for a name or a value
  public record Phrase(String text, boolean code) {}

  /// The sentence as text, names and values in backquotes.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Phrase phrase : sentence) {
      String quote = phrase.code() ? "`" : "";
      text.append(quote).append(phrase.text()).append(quote);
    }
    return text.toString();
  }
}
