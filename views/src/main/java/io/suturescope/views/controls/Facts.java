package io.suturescope.views.controls;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/// Names on the left, what stands behind them on the right.
public final class Facts extends GridPane {

  public Facts() {
    getStyleClass().add("facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    getColumnConstraints().addAll(names, values);
  }

  public void add(Fact fact) {
    String[] classes = fact.code() ? new String[] {"code"} : new String[0];
    add(fact.name(), Labels.block(fact.value(), classes));
  }

  public void add(String name, Node value) {
    int row = getRowCount();
    RowConstraints top = new RowConstraints();
    top.setValignment(VPos.TOP);
    getRowConstraints().add(top);
    Label label = Labels.data(name, "muted", "fact-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    addRow(row, label, value);
  }
}
