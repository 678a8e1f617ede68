package io.suturescope.model.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The instructions of each shape, as CodeSuture's builder writes them (codesuture.md 2.1).
final class ShapePatterns {
  // Longer chains do not occur: nobody writes a.b.c with more names in one expression.
  private static final int LONGEST = 16;

  /// One pattern of a shape.
  ///
  /// @param length of the chain, where the shape has one; else 0
  record Entry(GuardShape shape, int length, Pattern pattern) {}

  static final List<Entry> ALL = all();

  private ShapePatterns() {}

  private static List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    add(entries, GuardShape.RETURN_IF_NONE, IF_NONE + "LOAD_CONST $default/RETURN_VALUE/end:");
    add(entries, GuardShape.REPLACE_IF_NONE, IF_NONE + "LOAD_CONST $default/STORE_FAST $v/end:");
    add(
        entries,
        GuardShape.DIVISOR,
        "COPY 1/LOAD_CONST 0/COMPARE_OP !=/JUMP_TRUE end/POP_TOP/LOAD_CONST $default/end:");
    add(
        entries,
        GuardShape.RETURN,
        TOP_IS_NONE + "JUMP_FALSE end/POP_TOP/LOAD_CONST $default/end:");
    add(entries, GuardShape.SUBSCRIPT, SUBSCRIPT);
    add(entries, GuardShape.INDEX, INDEX);
    add(entries, GuardShape.LIST_BOUND, LIST_BOUND);
    add(entries, GuardShape.FILE, FILE);
    add(entries, GuardShape.TEXT, TEXT);
    add(entries, GuardShape.NUMBER, NUMBER);
    add(entries, GuardShape.CALLABLE, CALLABLE);
    for (int length = 1; length <= LONGEST; length++) {
      entries.add(entry(GuardShape.RETURN_IF_ATTRIBUTE_NONE, length, attributes(length)));
      entries.add(entry(GuardShape.CHAIN, length, chain(length, KEY_LAST)));
      entries.add(entry(GuardShape.CHAIN, length, chain(length, INDEX_LAST)));
    }
    return List.copyOf(entries);
  }

  private static void add(List<Entry> entries, GuardShape shape, String steps) {
    entries.add(entry(shape, 0, steps));
  }

  private static Entry entry(GuardShape shape, int length, String steps) {
    return new Entry(shape, length, Pattern.of(Stream.of(steps.split("/", -1)).toList()));
  }

  private static final String IF_NONE = "LOAD_FAST $v/LOAD_CONST None/IS_OP 0/JUMP_FALSE end/";
  private static final String TOP_IS_NONE = "COPY 1/LOAD_CONST None/IS_OP 0/";

  private static final String SUBSCRIPT =
      "STORE_FAST _codesuture_key/STORE_FAST _codesuture_cont/"
          + "LOAD_FAST _codesuture_cont/LOAD_CONST None/COMPARE_OP ==/JUMP_FALSE other/"
          + "LOAD_CONST $default/JUMP_FORWARD end/"
          + "other:/GLOBAL_NULL isinstance/LOAD_FAST _codesuture_cont/GLOBAL dict/CALL 2/"
          + "JUMP_TRUE dict/"
          + "LOAD_FAST _codesuture_cont/LOAD_FAST _codesuture_key/BINARY_SUBSCR/JUMP_FORWARD end/"
          + "dict:/LOAD_FAST _codesuture_cont/LOAD_METHOD get/LOAD_FAST _codesuture_key/"
          + "LOAD_CONST $default/CALL 2/end:";

  private static final String INDEX =
      "LOAD_FAST $index/GLOBAL_NULL len/LOAD_FAST $list/CALL 1/COMPARE_OP >=/JUMP_FALSE end/"
          + "LOAD_CONST $default/RETURN_VALUE/end:";

  private static final String LIST_BOUND =
      "GLOBAL_NULL len/LOAD_FAST $list/CALL 1/LOAD_CONST $bound/COMPARE_OP >/JUMP_TRUE end/"
          + "LOAD_CONST $default/RETURN_VALUE/end:";

  private static final String FILE =
      "GLOBAL os/LOAD_ATTR path/LOAD_METHOD exists/LOAD_FAST $v/CALL 1/JUMP_TRUE end/"
          + "LOAD_CONST $default/RETURN_VALUE/end:";

  private static final String TEXT =
      "GLOBAL_NULL isinstance/LOAD_FAST $v/GLOBAL str/CALL 2/JUMP_TRUE end/"
          + "GLOBAL_NULL str/LOAD_FAST $v/CALL 1/STORE_FAST $v/end:";

  private static final String NUMBER =
      "GLOBAL_NULL isinstance/LOAD_FAST $v/GLOBAL str/CALL 2/JUMP_FALSE end/"
          + "LOAD_FAST $v/LOAD_METHOD lstrip/LOAD_CONST '-'/CALL 1/LOAD_METHOD isdigit/CALL 0/"
          + "JUMP_TRUE end/LOAD_CONST $default/STORE_FAST $v/end:";

  private static final String CALLABLE =
      "GLOBAL $v/LOAD_CONST None/COMPARE_OP ==/JUMP_FALSE end/"
          + "GLOBAL_NULL __import__/LOAD_CONST 'sys'/CALL 1/LOAD_ATTR modules/"
          + "LOAD_CONST 'codesuture.pattern_matcher'/BINARY_SUBSCR/"
          + "LOAD_ATTR _ORIGINAL_INFER_DEFAULT/STORE_GLOBAL $v/end:";

  private static final String KEY_LAST =
      "LOAD_FAST _lp_chain/LOAD_METHOD get/LOAD_CONST $last/LOAD_CONST $default/CALL 2/"
          + "JUMP_FORWARD end/none:/LOAD_CONST $default/end:";

  private static final String INDEX_LAST =
      "LOAD_CONST $last/GLOBAL_NULL len/LOAD_FAST _lp_chain/CALL 1/COMPARE_OP >=/JUMP_TRUE short/"
          + "LOAD_FAST _lp_chain/LOAD_CONST $last/BINARY_SUBSCR/JUMP_FORWARD end/"
          + "short:/LOAD_CONST $default/JUMP_FORWARD end/none:/LOAD_CONST $default/end:";

  private static String attributes(int length) {
    StringBuilder steps = new StringBuilder("LOAD_FAST $v/");
    for (int link = 0; link < length; link++) {
      steps.append(TOP_IS_NONE).append("JUMP_TRUE none/LOAD_ATTR $attribute").append(link);
      steps.append('/');
    }
    return steps
        .append(TOP_IS_NONE)
        .append("JUMP_TRUE none/POP_TOP/JUMP_FORWARD end/")
        .append("none:/POP_TOP/LOAD_CONST $default/RETURN_VALUE/end:")
        .toString();
  }

  // The value that the chain starts from is loaded by the instruction before.
  private static String chain(int length, String last) {
    StringBuilder steps = new StringBuilder("STORE_FAST _lp_chain/");
    String isNone = "LOAD_FAST _lp_chain/LOAD_CONST None/COMPARE_OP ==/JUMP_TRUE ";
    for (int link = 0; link + 1 < length; link++) {
      steps.append(isNone).append("link").append(link);
      steps.append("/LOAD_FAST _lp_chain/LOAD_METHOD get/LOAD_CONST $key").append(link);
      steps.append("/LOAD_CONST None/CALL 2/STORE_FAST _lp_chain/link").append(link).append(":/");
    }
    return steps.append(isNone).append("none/").append(last).toString();
  }
}
