/**
 * What the learner's interpreter runs first. It must be understood by every Python, however old, so that it can say
 * that it is too old. It keeps the pipes for itself (a snippet's own output must not reach them), looks for NumPy,
 * limits memory where the system can, and hands over to the harness.
 */
export const bootstrap = `
import sys, os, json, struct
def start():
    # The working directory must not shadow NumPy or the standard library.
    sys.path[:] = [entry for entry in sys.path if entry]
    source, sink = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    if os.name == "nt":
        import msvcrt
        msvcrt.setmode(source, os.O_BINARY)
        msvcrt.setmode(sink, os.O_BINARY)
    hello = {"python": "%d.%d.%d" % sys.version_info[:3], "numpy": None, "problem": None, "detail": ""}
    def text():
        return json.dumps(hello).encode("ascii")
    def refuse(problem, detail=""):
        hello["problem"], hello["detail"] = problem, detail
        data = text()
        os.write(sink, struct.pack("<IB", len(data) + 1, 0) + data)
        sys.exit(0)
    if sys.version_info < (3, 9):
        refuse("python")
    try:
        import numpy
    except ModuleNotFoundError as error:
        refuse("missing" if error.name == "numpy" else "broken", str(error))
    except Exception as error:
        refuse("broken", str(error).strip().split(chr(10))[0][:300])
    hello["numpy"] = str(getattr(numpy, "__version__", "?"))
    digits = [int(part) for part in hello["numpy"].split(".")[:2] if part.isdigit()]
    if digits < [1, 20]:
        refuse("old")
    folder, memory = sys.argv[1], int(sys.argv[2])
    # NumPy is already the learner's own, so the one beside the harness cannot take its place.
    sys.path.insert(0, folder)
    import harness.supervisor
    serve = harness.supervisor.serve
    sys.path.remove(folder)
    for name in list(sys.modules):
        if name.partition(".")[0] == "harness":
            del sys.modules[name]
    try:
        import resource
        with open("/proc/self/statm") as file:
            taken = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + memory, taken + memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except Exception:
        pass
    del sys.argv[1:]
    serve(source, sink, text())
start()
`;
