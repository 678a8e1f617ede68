package io.suturescope.model.digest;

import java.util.List;

/// A piece of a digest's text, before any markup.
public sealed interface DigestBlock {

  /// @param level 1 for the title, 2 for a section
  record Heading(int level, List<DigestSpan> spans) implements DigestBlock {
    public Heading {
      spans = List.copyOf(spans);
    }
  }

  record Paragraph(List<DigestSpan> spans) implements DigestBlock {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  record Bullets(List<List<DigestSpan>> items) implements DigestBlock {
    public Bullets {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /// @param head plain words
  /// @param rows as many cells as the head has
  record Table(List<String> head, List<List<List<DigestSpan>>> rows) implements DigestBlock {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
    }
  }
}
