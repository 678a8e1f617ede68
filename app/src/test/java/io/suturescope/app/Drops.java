package io.suturescope.app;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/// Drops files on a node: a real dragboard on a clipboard in memory.
final class Drops {

  private Drops() {}

  static void dropFiles(Node target, List<File> files) {
    Dragboard board = DragboardHelper.createDragboard(clipboard(files));
    for (var type :
        List.of(
            DragEvent.DRAG_ENTERED,
            DragEvent.DRAG_OVER,
            DragEvent.DRAG_DROPPED,
            DragEvent.DRAG_EXITED)) {
      target.fireEvent(
          new DragEvent(
              target,
              target,
              type,
              board,
              9,
              9,
              9,
              9,
              TransferMode.COPY,
              null,
              target,
              new PickResult(target, 9, 9)));
    }
  }

  private static TKClipboard clipboard(List<File> files) {
    Map<DataFormat, Object> data = new HashMap<>(Map.of(DataFormat.FILES, files));
    return (TKClipboard)
        Proxy.newProxyInstance(
            Drops.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getContentTypes" -> data.keySet();
                  case "hasContent" -> data.containsKey(arguments[0]);
                  case "getContent" -> data.get(arguments[0]);
                  case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                  case "putContent" -> true;
                  case "toString" -> "clipboard";
                  case "hashCode" -> 1;
                  case "equals" -> self == arguments[0];
                  default -> null;
                });
  }
}
