"""The command line, as far as ``run`` goes."""

import argparse
import sys

from codesuture.tracer import _install_trace_on_all_threads, install, uninstall


def main():
    parser = argparse.ArgumentParser(prog="codesuture")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run")
    run.add_argument("script")
    run.add_argument("--dry-run", action="store_true")
    run.add_argument("--retries", type=int, default=3)
    run.add_argument("--shadow", action="store_true")
    run.add_argument("--ttl", type=int, default=7)
    run.add_argument("--silent", action="store_true")
    options = parser.parse_args()

    from codesuture.persistence import install_import_hook, make_persisted_patch_globals

    install_import_hook()
    try:
        with open(options.script, encoding="utf-8") as file:
            code = compile(file.read(), options.script, "exec")
        tracer = install(
            dry_run=options.dry_run, max_retries=options.retries, script_path=options.script,
            shadow=options.shadow, ttl=options.ttl, silent=options.silent,
        )
        for attempt in range(options.retries + 1):
            before = tracer.stats["patched"]
            tracer._handled_exc_ids.clear()
            try:
                _install_trace_on_all_threads(tracer)
                names = {"__name__": "__main__", "__file__": options.script}
                exec(code, make_persisted_patch_globals("__main__", names))
                break
            except Exception as error:
                sys.settrace(None)
                if tracer.stats["patched"] > before and attempt < options.retries:
                    print("[CodeSuture] Re-executing after a patch")
                    continue
                print(f"[CodeSuture] Script exited with: {error}")
                break
    finally:
        uninstall()
