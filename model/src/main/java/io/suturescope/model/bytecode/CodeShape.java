package io.suturescope.model.bytecode;

/// The five numbers at the head of a code object.
///
/// @param argCount positional parameters, positional-only ones included
/// @param stackSize operand stack slots; any number, when the file was made to hurt
/// @param flags the `CO_` bits
public record CodeShape(
    int argCount, int posOnlyArgCount, int kwOnlyArgCount, int stackSize, int flags) {

  /// `CO_VARARGS`: the function takes `*args`.
  public static final int VARARGS = 0x04;

  /// `CO_VARKEYWORDS`: the function takes `**kwargs`.
  public static final int VARKEYWORDS = 0x08;

  /// True when all these `CO_` bits are set.
  public boolean has(int bits) {
    return (flags & bits) == bits;
  }

  /// How many local variables the parameters take, `*args` and `**kwargs` included.
  public long parameters() {
    return (long) argCount + kwOnlyArgCount + (has(VARARGS) ? 1 : 0) + (has(VARKEYWORDS) ? 1 : 0);
  }
}
