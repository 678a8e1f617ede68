package io.suturescope.importers.disassembly;

/// What the argument of an opcode stands for.
enum Meaning {
  /// There is no argument.
  NONE,
  /// A number that says all there is to say.
  NUMBER,
  /// The upper bytes of the next argument.
  PREFIX,
  CONSTANT,
  /// A constant that `dis` does not show.
  SILENT_CONSTANT,
  NAME,
  /// A name, and in the lowest bit whether NULL is pushed as well.
  GLOBAL,
  /// A name, and in the lowest bit whether it is for a call.
  ATTRIBUTE,
  /// A name, and two bits below it.
  SUPER_ATTRIBUTE,
  VARIABLE,
  /// Two variables of four bits each.
  TWO_VARIABLES,
  JUMP,
  COMPARISON,
  BINARY,
  CONVERSION,
  FORMAT,
  FUNCTION_FLAGS,
  INTRINSIC_1,
  INTRINSIC_2,
  SPECIAL_METHOD,
  COMMON_CONSTANT,
  IDENTITY,
  MEMBERSHIP;

  /// Tells it from a line of the opcode table.
  ///
  /// @param minor the 12 of 3.12
  /// @param uses the last field of the line, such as `arg,name`
  static Meaning of(int minor, String name, String uses) {
    if (uses.contains("jump")) {
      return JUMP;
    }
    return switch (uses) {
      case "-" -> NONE;
      case "arg,const" -> minor == 11 && name.equals("KW_NAMES") ? SILENT_CONSTANT : CONSTANT;
      case "arg,name" -> name(minor, name);
      case "arg,local", "arg,free" ->
          name.indexOf("FAST") < name.lastIndexOf("FAST") ? TWO_VARIABLES : VARIABLE;
      case "arg,compare" -> COMPARISON;
      default -> number(minor, name);
    };
  }

  private static Meaning name(int minor, String name) {
    return switch (name) {
      case "LOAD_GLOBAL" -> GLOBAL;
      case "LOAD_ATTR" -> minor == 11 ? NAME : ATTRIBUTE;
      case "LOAD_SUPER_ATTR" -> SUPER_ATTRIBUTE;
      default -> NAME;
    };
  }

  private static Meaning number(int minor, String name) {
    return switch (name) {
      case "EXTENDED_ARG" -> PREFIX;
      case "BINARY_OP" -> BINARY;
      case "CONVERT_VALUE" -> CONVERSION;
      case "FORMAT_VALUE" -> FORMAT;
      case "MAKE_FUNCTION", "SET_FUNCTION_ATTRIBUTE" -> FUNCTION_FLAGS;
      case "CALL_INTRINSIC_1" -> INTRINSIC_1;
      case "CALL_INTRINSIC_2" -> INTRINSIC_2;
      case "LOAD_SPECIAL" -> SPECIAL_METHOD;
      case "LOAD_COMMON_CONSTANT" -> COMMON_CONSTANT;
      case "IS_OP" -> minor < 14 ? NUMBER : IDENTITY;
      case "CONTAINS_OP" -> minor < 14 ? NUMBER : MEMBERSHIP;
      default -> NUMBER;
    };
  }
}
