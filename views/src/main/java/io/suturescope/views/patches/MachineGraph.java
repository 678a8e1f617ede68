package io.suturescope.views.patches;

import io.suturescope.model.life.StateEdge;
import io.suturescope.model.patch.PatchState;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/// The states of a patch's life as boxes, joined by edges as thick as their traffic.
final class MachineGraph extends Region {

  private static final List<Double> LABEL_PLACES = List.of(0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78);

  private final PatchesActions actions;
  private final Label fontProbe = new Label();
  private final Map<PatchState, StateBox> boxes = new LinkedHashMap<>();
  private final Map<MachineState.Edge, EdgeLine> edges = new LinkedHashMap<>();

  /// The documented ways that nobody took, drawn faintly: no stop of the walk.
  private final Map<MachineState.Edge, EdgeLine> unused = new LinkedHashMap<>();

  private final Map<MachineState.Edge, EdgeLine> legs = new LinkedHashMap<>();
  private MachineState shown = MachineState.NONE;
  private MachineWalk walk = new MachineWalk(List.of(), List.of());
  private MachineWalk.Stop stop = new MachineWalk.OnState(PatchState.DETECTED);

  MachineGraph(PatchesActions actions) {
    this.actions = actions;
    getStyleClass().add("machine-graph");
    setAccessibleText(Words.of("machine.name"));
    fontProbe.setManaged(false);
    fontProbe.fontProperty().addListener(_ -> requestLayout());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    getChildren().add(fontProbe);
  }

  void show(MachineState state) {
    if (shown.equals(state)) {
      return;
    }
    boolean held = node(stop).filter(Node::isFocused).isPresent();
    shown = state;
    walk = new MachineWalk(state.boxes(), state.edges());
    boxes.clear();
    edges.clear();
    unused.clear();
    legs.clear();
    for (MachineState.Edge edge : state.edges()) {
      EdgeLine line = new EdgeLine(edge, EdgeLine.style(edge.kind()), true).said(said(edge));
      clickable(line, () -> actions.edgePressed(edge.from(), edge.to()));
      clickable(line.count(), () -> actions.edgePressed(edge.from(), edge.to()));
      edges.put(edge, line);
    }
    for (StateEdge way : StateEdge.DOCUMENTED) {
      MachineState.Edge edge = new MachineState.Edge(way.from(), way.to(), 0, way.kind());
      if (state.edges().stream().noneMatch(e -> e.from() == way.from() && e.to() == way.to())) {
        EdgeLine line = new EdgeLine(edge, "edge-none", true);
        line.setMouseTransparent(true);
        unused.put(edge, line);
      }
    }
    state
        .path()
        .ifPresent(path ->
            path.legs()
                .forEach(leg -> {
                  EdgeLine line = new EdgeLine(leg, "edge-path", false);
                  line.setMouseTransparent(true);
                  legs.put(leg, line);
                }));
    for (MachineState.Box box : state.boxes()) {
      String dwell =
          state.path().map(path -> path.dwell().getOrDefault(box.state(), "")).orElse("");
      StateBox drawn = new StateBox(box, dwell, said(box, dwell));
      clickable(drawn, () -> actions.statePressed(box.state()));
      boxes.put(box.state(), drawn);
    }
    getChildren().setAll(fontProbe);
    getChildren().addAll(unused.values());
    getChildren().addAll(edges.values());
    getChildren().addAll(legs.values());
    edges.values().forEach(line -> getChildren().add(line.count()));
    getChildren().addAll(boxes.values());
    if (node(stop).isEmpty()) {
      state.boxes().stream()
          .findFirst()
          .ifPresent(box -> stop = new MachineWalk.OnState(box.state()));
    }
    stand(stop, held);
  }

  void focus() {
    node(stop).ifPresent(Node::requestFocus);
  }

  private static void clickable(Node node, Runnable press) {
    node.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) {
        press.run();
        e.consume();
      }
    });
  }

  private String said(MachineState.Box box, String dwell) {
    StringBuilder text =
        new StringBuilder(Words.of("machine.box", PatchWords.state(box.state()), box.patches()));
    String sign = ", " + Words.of("machine.leads") + " ";
    for (MachineState.Edge edge : walk.out(box.state())) {
      text.append(sign)
          .append(
              Words.of("machine.to", PatchWords.state(edge.to()), PatchWords.times(edge.times())));
      sign = ", ";
    }
    return dwell.isEmpty() ? text.toString() : Words.of("machine.here", text, dwell);
  }

  private static String said(MachineState.Edge edge) {
    return Words.of(
        "machine.edge",
        PatchWords.state(edge.from()),
        PatchWords.state(edge.to()),
        PatchWords.times(edge.times()),
        PatchWords.kind(edge.kind()));
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT -> walk.right(stop).ifPresent(next -> stand(next, true));
      case LEFT -> walk.left(stop).ifPresent(next -> stand(next, true));
      case UP -> walk.beside(stop, -1).ifPresent(next -> stand(next, true));
      case DOWN -> walk.beside(stop, 1).ifPresent(next -> stand(next, true));
      case ENTER, SPACE -> press();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void press() {
    switch (stop) {
      case MachineWalk.OnState(PatchState state) -> actions.statePressed(state);
      case MachineWalk.OnEdge(MachineState.Edge edge, boolean _) ->
          actions.edgePressed(edge.from(), edge.to());
    }
  }

  /// Makes another stop the one that Tab leads to.
  private void stand(MachineWalk.Stop next, boolean take) {
    node(stop).ifPresent(node -> node.setFocusTraversable(false));
    stop = next;
    node(stop)
        .ifPresent(node -> {
          node.setFocusTraversable(true);
          if (take) {
            node.requestFocus();
          }
        });
  }

  private Optional<Node> node(MachineWalk.Stop where) {
    return switch (where) {
      case MachineWalk.OnState(PatchState state) -> Optional.ofNullable(boxes.get(state));
      case MachineWalk.OnEdge(MachineState.Edge edge, boolean _) ->
          Optional.ofNullable(edges.get(edge));
    };
  }

  private double em() {
    return fontProbe.getFont().getSize();
  }

  @Override
  protected void layoutChildren() {
    MachinePlaces places = MachinePlaces.in(getWidth(), getHeight(), em());
    List<Bounds> taken = new ArrayList<>();
    boxes.forEach((state, box) -> {
      Bounds room = places.of(state);
      box.resizeRelocate(room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight());
      taken.add(room);
    });
    edges.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> -entry.getKey().times()))
        .forEach(entry -> place(entry.getKey(), entry.getValue(), places, taken));
    unused.forEach((edge, line) -> line.place(route(edge, places)));
    legs.forEach((leg, line) -> line.place(route(leg, places)));
  }

  private static EdgeRoute route(MachineState.Edge edge, MachinePlaces places) {
    return EdgeRoute.between(
        places.of(edge.from()),
        places.of(edge.to()),
        places.step(),
        places.middle(),
        places.rise());
  }

  private static void place(
      MachineState.Edge edge, EdgeLine line, MachinePlaces places, List<Bounds> taken) {
    EdgeRoute route = route(edge, places);
    line.place(route);
    line.count().applyCss();
    double width = line.labelWidth();
    double height = line.labelHeight();
    Bounds best =
        LABEL_PLACES.stream()
            .map(share -> route.room(share, width, height))
            .filter(room -> taken.stream().noneMatch(other -> other.intersects(room)))
            .findFirst()
            .orElseGet(() -> route.room(0.5, width, height));
    taken.add(best);
    line.placeLabel(best);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em() * MachinePlaces.MIN_HEIGHT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return em() * MachinePlaces.MIN_HEIGHT;
  }

  @Override
  protected double computeMinWidth(double height) {
    return em() * MachinePlaces.MIN_WIDTH;
  }
}
