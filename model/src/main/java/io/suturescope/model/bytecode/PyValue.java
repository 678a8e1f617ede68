package io.suturescope.model.bytecode;

/// A value that CPython's marshal format can hold.
///
/// A value that is referred to twice in the bytes is one object here too, so a few hundred bytes
/// may describe 10^40 leaves. Nothing here expands them: plain values (numbers, text, bytes) are
/// equal when they hold the same, but tuples, lists, dicts, sets, slices and code objects are equal
/// only to themselves, and `toString` names their size, not their content. [PyRendering] shows
/// content, shortened. Whoever walks values keeps a set of the ones already seen. Nesting is
/// bounded by the reader that made the values; values cannot contain themselves.
public sealed interface PyValue
    permits PyNone,
        PyBool,
        PyEllipsis,
        PyStopIteration,
        PyInt,
        PyFloat,
        PyComplex,
        PyBytes,
        PyText,
        PyTuple,
        PyList,
        PySet,
        PyDict,
        PySlice,
        PyCode {}
