package io.suturescope.app.examine;

import io.suturescope.model.bytecode.Listing;

/// One side of a bytecode diff.
///
/// @param title such as "shop.cart.unit_price.code" or "__pycache__/cart.cpython-311.pyc"
/// @param note what to know of it, such as "the source has changed since"; may be empty
/// @param sha256 of the file it was read from: a function inside a `.pyc` has no bytes of its own;
///   empty for a reconstructed one
public record CodeSide(String title, String note, String sha256, Listing listing) {}
