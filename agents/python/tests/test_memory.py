"""Setting code on live functions: all or none (spec 8.3, step memory)."""

import unittest

from suture_bridge import memory, restore
from suture_bridge.patches import PatchBook


def plain(x):
    return x


def patched(x):
    return str(x)


def closing():
    free = 1

    def inner():
        return free

    return inner


class Memory(unittest.TestCase):
    def make(self, code=None):
        """A function of its own with this code."""
        return type(plain)(code or plain.__code__, globals(), "made")

    def test_functions_are_found_by_identity_of_their_code(self):
        twin = plain.__code__.replace()
        self.assertEqual(twin, plain.__code__)
        mine, other = self.make(twin), self.make()
        self.assertEqual(memory.holders([twin]), [mine])
        self.assertIs(other.__code__, plain.__code__)
        self.assertEqual(memory.holders([]), [])

    def test_one_function_that_refuses_leaves_all_as_they_were(self):
        first, second = self.make(), closing()
        before = first.__code__, second.__code__
        changes, error = memory.set_all([first, second], patched.__code__)
        self.assertEqual(changes, [])
        self.assertIn("free", error)
        self.assertEqual((first.__code__, second.__code__), before)

    def test_original_comes_back_or_nothing_changes(self):
        original, guarded = plain.__code__.replace(), patched.__code__.replace()
        book = PatchBook()
        functions = [self.make(guarded) for _ in range(3)]
        record, _, _ = book.add(original, guarded, functions, ("m", "q"), "g", "t", "crash")
        self.assertEqual(restore._set_original(record), (3, None))
        self.assertEqual({id(f.__code__) for f in functions}, {id(original)})
        odd = closing()
        functions[0].__code__ = guarded
        record.functions.add(odd)
        count, error = restore._set_original(record)
        self.assertEqual(count, 0)
        self.assertTrue(error)
        self.assertIs(functions[0].__code__, guarded)

    def test_same_patch_again_is_no_new_layer(self):
        book, original = PatchBook(), plain.__code__.replace()
        function = self.make(original)
        for _ in range(3):
            record, _, _ = book.add(
                original, patched.__code__.replace(), [function], ("m", "q"), "g", "t", "crash"
            )
        self.assertEqual((len(record.layers), len(record.codes)), (1, 3))


if __name__ == "__main__":
    unittest.main()
