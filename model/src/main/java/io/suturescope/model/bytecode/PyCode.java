package io.suturescope.model.bytecode;

import java.util.List;

/// A code object: one function, class body or module as CPython 3.11 to 3.14 compiles it
/// (codesuture.md 13).
///
/// Equal only to itself (see [PyValue]).
///
/// @param code instructions of two bytes each, an even number of bytes; opcodes are not checked
/// @param linetable where each instruction comes from, undecoded
/// @param exceptiontable which instructions have handlers, undecoded
public record PyCode(
    CodeShape shape,
    Bytes code,
    PyTuple constants,
    List<String> names,
    CodeLocals locals,
    CodeOrigin origin,
    Bytes linetable,
    Bytes exceptiontable)
    implements PyValue {

  public PyCode {
    names = List.copyOf(names);
  }

  /// `co_argcount`.
  public int argcount() {
    return shape.argCount();
  }

  /// `co_posonlyargcount`.
  public int posonlyargcount() {
    return shape.posOnlyArgCount();
  }

  /// `co_kwonlyargcount`.
  public int kwonlyargcount() {
    return shape.kwOnlyArgCount();
  }

  /// `co_stacksize`.
  public int stacksize() {
    return shape.stackSize();
  }

  /// `co_flags`.
  public int flags() {
    return shape.flags();
  }

  /// `co_consts`.
  public List<PyValue> consts() {
    return constants.items();
  }

  /// The names of all variable slots.
  public List<String> localsplusnames() {
    return locals.names();
  }

  /// The kinds of all variable slots.
  public Bytes localspluskinds() {
    return locals.kinds();
  }

  /// `co_varnames`, worked out from the kinds.
  public List<String> varnames() {
    return locals.withKind(CodeLocals.LOCAL);
  }

  /// `co_cellvars`, worked out from the kinds.
  public List<String> cellvars() {
    return locals.withKind(CodeLocals.CELL);
  }

  /// `co_freevars`, worked out from the kinds.
  public List<String> freevars() {
    return locals.withKind(CodeLocals.FREE);
  }

  /// `co_filename`.
  public String filename() {
    return origin.filename();
  }

  /// `co_name`.
  public String name() {
    return origin.name();
  }

  /// `co_qualname`.
  public String qualname() {
    return origin.qualname();
  }

  /// `co_firstlineno`.
  public int firstlineno() {
    return origin.firstLineNumber();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "code of " + code.size() + " bytes";
  }
}
