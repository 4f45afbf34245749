#!/usr/bin/env python3
"""What the program does that no transcript shows: pipes, terminals, threads, and the texts that have to agree with it.

    test_behaviour.py ENTENTE SOURCE_FOLDER [unittest options]
"""
import itertools
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

ENTENTE = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
DATA = SOURCE / "tests/cli/data"
COMMANDS = ("build info show neighbors path central components communities critical cut similar clustering worlds compare "
            "assume why timeline order render explain "
            "formats").split()


def run(*arguments, **options):
    return subprocess.run([ENTENTE, *arguments], capture_output=True, cwd=DATA, timeout=120, **options)


def help_options(command):
    """The options that the help of a command lists."""
    text = run(command, "--help").stdout.decode()
    return set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", "\n".join(re.findall(r"^  (-.*?)(?:  |$)", text, re.M))))


def on_terminal(arguments, environment):
    """What the program shows when standard output and standard error are a terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen([ENTENTE, *arguments], cwd=DATA, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave,
                               env={"PATH": os.environ["PATH"], **environment})
    os.close(slave)
    shown = b""
    try:
        while chunk := os.read(master, 65536):
            shown += chunk
    except OSError:  # the terminal is gone with its last user
        pass
    os.close(master)
    process.wait(timeout=120)
    return shown.decode()


class Terminals(unittest.TestCase):
    def test_no_escape_sequence_goes_into_a_pipe(self):
        for arguments in (["central", "aland.json"], ["show", "aland.json", "aland"], ["central", "aland.json", "--top"]):
            done = run(*arguments, env={"TERM": "xterm"})
            self.assertNotIn(b"\x1b", done.stdout + done.stderr)

    def test_a_terminal_gets_colour_and_progress(self):
        shown = on_terminal(["central", "aland.json"], {"TERM": "xterm"})
        self.assertIn("\x1b[1mrank", shown)
        self.assertIn("reading 1/1 aland.json", shown)

    def test_colour_is_left_out_where_it_is_not_wanted(self):
        for environment in ({"TERM": "xterm", "NO_COLOR": "1"}, {"TERM": "dumb"}, {}):
            self.assertNotIn("\x1b[1m", on_terminal(["central", "aland.json"], environment))
        self.assertIn("\x1b[1m", on_terminal(["central", "aland.json"], {"TERM": "xterm", "NO_COLOR": ""}))

    def test_a_picture_is_not_thrown_at_a_terminal(self):
        self.assertIn("does not fit into a terminal", on_terminal(["render", "aland.json", "-t", "png"], {"TERM": "xterm"}))

    def test_text_from_documents_cannot_steer_the_terminal(self):
        graph = {"format": "entente-graph", "version": 1,
                 "entities": [{"id": "a", "type": "State", "name": "\u001b[2JEvil\u202eland\nnew\tline"}]}
        shown = run("show", "-", "a", input=json.dumps(graph).encode()).stdout.decode()
        self.assertEqual(shown.splitlines()[0], "\ufffd[2JEvil\ufffdland new line  State, id \"a\"")


class LongQueries(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name, "ring.json")
        # A ring with chords: long enough for whoever wants to stop the search for all its shortest paths.
        states = range(40000)
        entities = [{"id": f"s{i}", "type": "State", "name": f"State {i}"} for i in states]
        relations = [{"subject": f"s{i}", "predicate": "supports", "object": f"s{(i + step) % len(states)}",
                      "evidence": "So it is."} for i in states for step in (1, 7, 401)]
        self.path.write_text(json.dumps({"format": "entente-graph", "version": 1, "entities": entities, "relations": relations}))

    def interrupted(self, *arguments):
        """What the program writes, and its exit code, when Ctrl-C is pressed as soon as it tells how far it has come."""
        master, slave = pty.openpty()
        process = subprocess.Popen([ENTENTE, *arguments], cwd=DATA, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=slave)
        os.close(slave)
        shown = b""
        while b"%" not in shown:
            shown += os.read(master, 65536)
        process.send_signal(signal.SIGINT)
        output = process.communicate(timeout=120)[0]
        shown += os.read(master, 65536)
        os.close(master)
        return output.decode(), shown.decode(), process.returncode

    def test_ctrl_c_ends_a_query_with_what_is_known(self):
        for options in (["--by", "betweenness"], ["--relations"]):
            output, shown, code = self.interrupted("central", self.path, *options, "--format", "json")
            self.assertEqual(code, 130)
            self.assertIn("betweenness 0%", shown)
            self.assertRegex(shown, r"entente: interrupted: searched from \d+ of 40000 entities; ")
            rows = json.loads(output)
            self.assertEqual(len(rows), 10)
            self.assertEqual(len({(row["error"], row["confidence"]) for row in rows}), 1)

    def test_ctrl_c_ends_a_command_without_a_limit_at_once_and_writes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = os.path.join(folder, "kept")
            with open(kept, "w") as file:
                file.write("as it was")
            for command in ("critical", "worlds", "build"):
                process = subprocess.Popen([ENTENTE, command, "-", "-o", kept], stdin=subprocess.PIPE,
                                           stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                process.stdin.write(b'{"format": "entente-graph", ')  # more is to come
                process.stdin.flush()
                process.send_signal(signal.SIGINT)
                process.wait(timeout=120)
                self.assertEqual(process.returncode, -signal.SIGINT)
                self.assertEqual(process.stdout.read() + process.stderr.read(), b"")
                process.stdin.close()
                process.stdout.close()
                process.stderr.close()
                with open(kept) as file:
                    self.assertEqual(file.read(), "as it was")
                self.assertEqual(os.listdir(folder), ["kept"])

    def test_ctrl_c_ends_a_search_for_paths_with_those_that_were_found(self):
        output, shown, code = self.interrupted("path", self.path, "State 0", "State 1210", "-k", "1000000000", "--format", "json")
        self.assertEqual(code, 130)
        self.assertIn("paths 0%", shown)
        self.assertRegex(shown, "entente: interrupted: (there may be more paths|no path was found by then)")
        self.assertIs(json.loads(output)["complete"], False)

    def test_ctrl_c_ends_a_search_for_what_a_rank_rests_on(self):
        output, shown, code = self.interrupted("why", self.path, "--rank", "State 0", "--by", "betweenness", "--format", "json")
        self.assertEqual(code, 130)
        self.assertIn("sentences 0%", shown)
        self.assertIn("entente: interrupted: the rank is not known", shown)
        self.assertEqual((json.loads(output)["complete"], json.loads(output)["sentences_tried"]), (False, 0))

    def test_a_time_limit_ends_a_search_for_paths_with_those_that_were_found(self):
        done = run("path", self.path, "State 0", "State 1210", "-k", "1000000000", "--time-limit", "0.2", "--format", "csv")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr.decode(), "^entente: time is up: (there may be more paths|no path was found by then)\n$")

    def test_a_time_limit_ends_the_writing_of_paths_between_two_of_them(self):
        states = range(9)
        graph = {"format": "entente-graph", "version": 1,
                 "entities": [{"id": f"s{i}", "type": "State", "name": f"State {i}"} for i in states],
                 "relations": [{"subject": f"s{i}", "predicate": "supports", "object": f"s{j}",
                                "evidence": 2000 * "So it is. "} for i in states for j in states if i < j]}
        done = run("path", "-", "State 0", "State 8", "--all", "--max-length", "8", "--limit", "1000000",
                   "--time-limit", "0.2", "--format", "json", input=json.dumps(graph).encode())
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr.decode(), "^entente: time is up: (there may be more paths|no path was found by then)\n$")
        self.assertIs(json.loads(done.stdout)["complete"], False)

    def test_a_time_limit_ends_communities_and_iterated_measures_with_what_is_known(self):
        done = run("communities", self.path, "--time-limit", "0", "--format", "json")
        self.assertEqual(done.stderr.decode(), "entente: time is up: these are the best communities by then\n")
        self.assertIs(json.loads(done.stdout)["complete"], False)
        for options in (["--by", "eigenvector"], ["--by", "katz"], ["--by", "hubs"], ["--by", "authorities"],
                        ["--restart-at", "State 0"]):
            done = run("central", self.path, *options, "--time-limit", "0", "--format", "json")
            self.assertEqual(done.stderr.decode(),
                             "entente: time is up; nothing is known about the error of the scores\n", options)
            self.assertEqual(json.loads(done.stdout), [], options)

    def test_a_time_limit_ends_clustering_and_cuts_with_bounds(self):
        done = run("clustering", self.path, "--time-limit", "0", "--format", "json")
        self.assertRegex(done.stderr.decode(),
                         r"^entente: time is up: these are the triangles found by then; there are at most \d+\n$")
        self.assertIs(json.loads(done.stdout)["complete"], False)
        done = run("cut", self.path, "State 0", "State 1210", "--time-limit", "0", "--format", "json")
        self.assertRegex(done.stderr.decode(), r"^entente: time is up: at least \d+ and at most \d+ have to go\n$")
        found = json.loads(done.stdout)
        self.assertIs(found["complete"], False)
        self.assertLessEqual(found["size"], found["size_at_most"])

    def test_a_time_limit_ends_a_query_with_what_is_known(self):
        done = run("central", self.path, "--by", "betweenness", "--time-limit", "0.5", "--format", "json")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr.decode(), r"^entente: time is up: searched from \d+ of 40000 entities; ")
        self.assertTrue(all(0 < row["error"] <= 1 for row in json.loads(done.stdout)))

    def test_threads_do_not_change_a_byte(self):
        for measure in ("harmonic", "betweenness", "pagerank"):
            outputs = {run("central", self.path, "--by", measure, "--samples", "300", "--threads", threads, "--top", "40000",
                           "--format", "json").stdout for threads in ("1", "2", "5")}
            self.assertEqual(len(outputs), 1, measure)


class Pipes(unittest.TestCase):
    def test_a_reader_that_has_seen_enough_ends_the_program_quietly(self):
        with tempfile.TemporaryDirectory() as folder:
            entities = [{"id": f"e{i}", "type": "Event", "name": f"Event {i}"} for i in range(20000)]
            path = pathlib.Path(folder, "many.json")
            path.write_text(json.dumps({"format": "entente-graph", "version": 1, "entities": entities}))
            done = subprocess.run(["bash", "-c", '"$0" build "$1" | head -n 1', ENTENTE, path], capture_output=True, timeout=120)
        self.assertEqual(done.stdout, b'{"format":"entente-graph","version":1,\n')
        self.assertEqual(done.stderr, b"")


class Inputs(unittest.TestCase):
    def test_neither_order_nor_threads_change_a_byte(self):
        with tempfile.TemporaryDirectory() as folder:
            for i in range(12):
                text = (DATA / "aland.json").read_text().replace("aland-note", f"note-{i}").replace("1920", str(1900 + i))
                pathlib.Path(folder, f"{i}.json").write_text(text)
            files = sorted(map(str, pathlib.Path(folder).iterdir()))
            orders = [files, files[::-1], files[5:] + files[:5], [folder]]
            for command in (["build"], ["build", "--to", "dot"], ["info"], ["central", "--by", "betweenness"],
                            ["communities"], ["critical"]):
                outputs = {run(command[0], *order, *command[1:]).stdout for order in orders for _ in range(2)}
                self.assertEqual(len(outputs), 1, command)
                self.assertTrue(outputs.pop())

    def test_documents_and_graphs_may_be_mixed(self):
        documents = sorted((SOURCE / "samples/documents").glob("*.txt"))
        for inputs in (["aland.json", *documents], [*documents[::-1], "aland.json"]):
            summary = json.loads(run("info", *inputs, "--format", "json").stdout)
            self.assertEqual(summary["documents"], len(documents) + 1)
        graphs = {run("build", *order, "aland.json").stdout for order in (documents, documents[::-1]) for _ in range(2)}
        self.assertEqual(len(graphs), 1)

    def test_the_first_unreadable_input_stops_everything(self):
        with tempfile.TemporaryDirectory() as folder:
            output = pathlib.Path(folder, "out.json")
            for inputs in itertools.permutations(["aland.json", "missing.json", "truncated.json"]):
                done = run("build", *inputs, "-o", output)
                self.assertEqual((done.returncode, output.exists()), (3, False))
                self.assertIn(b"missing.json", done.stderr)


@unittest.skipUnless(shutil.which("dot"), "Graphviz is not installed")
class Pictures(unittest.TestCase):
    def test_each_picture_is_in_the_format_of_its_extension(self):
        with tempfile.TemporaryDirectory() as folder:
            for extension, begins in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
                file = pathlib.Path(folder, "graph." + extension)
                self.assertEqual(run("render", "aland.json", "--around", "Sweden", "-o", file).returncode, 0)
                self.assertTrue(file.read_bytes().startswith(begins), extension)

    def test_a_picture_shows_title_and_legend_as_told(self):
        picture = run("render", "aland.json", "-t", "svg", "--title", "One afternoon", "--engine", "neato").stdout.decode()
        self.assertIn("One", picture)
        self.assertLess(len(run("render", "aland.json", "-t", "svg", "--no-legend").stdout), len(picture))

    def test_without_graphviz_the_message_says_what_to_install(self):
        done = run("render", "aland.json", "-t", "svg", env={"PATH": "/nowhere"})
        self.assertEqual((done.returncode, done.stdout), (3, b""))
        self.assertIn(b"Graphviz", done.stderr)


class Texts(unittest.TestCase):
    def test_the_help_names_every_command_and_each_explains_itself(self):
        text = run("--help").stdout.decode()
        self.assertEqual(re.findall(r"^  ([a-z]+)  ", text, re.M), COMMANDS)
        for command in COMMANDS:
            done = run(command, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, b""), command)
            self.assertTrue(done.stdout.decode().startswith(f"Usage: entente {command} "), command)

    def test_the_manual_page_describes_exactly_the_options_there_are(self):
        page = (SOURCE / "docs/entente.1").read_text().replace("\\-", "-")
        described = set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", "\n".join(re.findall(r"^\.B[RI]? (-.*)$", page, re.M))))
        self.assertEqual(described, set().union(*map(help_options, COMMANDS)) | {"--version"})
        for command in COMMANDS:
            self.assertIn(f".SS entente {command}", page)

    def test_the_completion_offers_exactly_the_options_of_each_command(self):
        for command in COMMANDS:
            self.assertEqual(self.completions("entente", command, "-"), help_options(command), command)

    def test_the_completion_offers_commands_and_values(self):
        self.assertEqual(self.completions("entente", ""), {*COMMANDS, "help", "--help", "--version"})
        self.assertEqual(self.completions("entente", "info", "--modality", ""),
                         {"actual", "planned", "proposed", "demanded", "hypothetical"})
        self.assertEqual(self.completions("entente", "info", "--type", "State,Ter"), {"State,Territory"})
        self.assertEqual(self.completions("entente", "central", "--by", "b"), {"betweenness"})
        self.assertEqual(self.completions("entente", "similar", "--by", ""), {"jaccard", "cosine", "adamic-adar"})
        self.assertLessEqual({"json", "dot"}, self.completions("entente", "build", "--to", ""))
        self.assertEqual(self.completions("entente", "render", "-t", ""), {"svg", "png", "pdf"})
        self.assertIn("json", self.completions("entente", "info", "--from", ""))
        for option in ("--type", "--predicate", "--modality", "--polarity", "--by", "--format"):
            for value in self.completions("entente", "central", option, ""):
                self.assertEqual(run("central", "aland.json", option, value).returncode, 0, f"{option} {value}")

    def completions(self, *words):
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _entente;'
                  ' printf "%s\\n" "${COMPREPLY[@]}"')
        file = SOURCE / "cli/completion/entente.bash"
        path = {"PATH": f"{ENTENTE.parent}:{os.environ['PATH']}"}
        done = subprocess.run(["bash", "-c", script, "bash", file, *words], capture_output=True, check=True, cwd=DATA, env=path)
        self.assertEqual(done.stderr, b"")
        return set(done.stdout.decode().split())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
