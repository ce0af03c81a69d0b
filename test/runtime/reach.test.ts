/** What a snippet may not reach by ordinary means: files, processes, the network, JavaScript. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertHealthy, describeEach, errorOf, run } from './support';

describeEach('closed to snippets', (runtime, { builtin }) => {
  let folder = '';
  let secret = '';
  let port = 0;
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reach-'));
    secret = join(folder, 'secret.txt');
    writeFileSync(secret, 'secret');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });

  after(async () => {
    rmSync(folder, { recursive: true });
    await new Promise((resolve) => server.close(resolve));
  });

  function told(source: string): string {
    return source
      .replaceAll('SECRET', JSON.stringify(secret))
      .replaceAll('TARGET', JSON.stringify(join(folder, 'made')))
      .replaceAll('PORT', String(port));
  }

  async function refused(source: string): Promise<void> {
    const text = told(source);
    const error = await errorOf(runtime(), `${text}\ndef f(): pass`, { timeoutSeconds: 3 }).catch(
      (reason: unknown) => {
        throw new Error(`${text}: ${String(reason)}`);
      },
    );
    assert.equal(error.kind, 'exception', `${text}: ${error.message}`);
    assert.match(
      error.message,
      /snippets|closed|No module named|has no attribute|KeyError|not found|cannot|not support/u,
      `${text}: ${error.message}`,
    );
    assert.ok(!existsSync(join(folder, 'made')), `${text} made a file`);
    assert.equal(readFileSync(secret, 'utf8'), 'secret', text);
    assert.equal(connections, 0, `${text} reached the network`);
  }

  const closed: Readonly<Record<string, readonly string[]>> = {
    files: [
      'open(SECRET)',
      'open(TARGET, "w")',
      'open("data.csv")',
      'import io\nio.open(SECRET)',
      'import io\nio.open_code(SECRET)',
      'import io\nio.FileIO(TARGET, "w")',
      'import builtins\nbuiltins.open(SECRET)',
      'import _io\n_io.open(SECRET)',
      'import codecs\ncodecs.open(SECRET)',
      'import os',
      'import os.path',
      'from os import listdir',
      'import posix',
      'import pathlib',
      'import shutil',
      'import tempfile',
      'import glob',
      'import sqlite3',
      'import sys\nsys.modules["os"].listdir("/")',
      'import sys\nsys.modules["os"].remove(SECRET)',
      'import sys\nsys.modules["os"].open(SECRET, 0)',
      'import sys\nsys.modules["os"].mkdir(TARGET)',
      'import sys\nsys.modules["posix"].rename(SECRET, TARGET)',
      '__import__("os").listdir("/")',
      'import importlib\nimportlib.import_module("os")',
      'import linecache\nassert not linecache.getlines(SECRET), "read"\nraise OSError("cannot")',
      'import tokenize\ntokenize.open(SECRET)',
      'import zipfile\nzipfile.ZipFile(TARGET, "w")',
      'import pickle\npickle.loads(b"cposix\\nlistdir\\n(V/\\ntR.")',
    ],
    processes: [
      'import subprocess',
      'import multiprocessing',
      'import threading',
      'import _thread',
      'import signal',
      'import sys\nsys.modules["os"].system("touch " + TARGET)',
      'import sys\nsys.modules["os"].popen("touch " + TARGET).read()',
      'import sys\nsys.modules["os"].fork()\nraise OSError("cannot fork")',
      'import sys\nsys.modules["os"].execv("/bin/sh", ["sh", "-c", "touch " + TARGET])',
      'import sys\nsys.modules["subprocess"].run(["touch", TARGET])',
    ],
    network: [
      'import socket',
      'import _socket',
      'import urllib',
      'import urllib.request',
      'from urllib.request import urlopen',
      'import http.client',
      'import ssl',
      'import ftplib',
      'import smtplib',
      'import asyncio',
      'import webbrowser',
      'import requests',
      'import sys\nsys.modules["_socket"].socket().connect(("127.0.0.1", PORT))',
      'import sys\nsys.modules["socket"].create_connection(("127.0.0.1", PORT))',
    ],
    memory: [
      'import ctypes',
      'from ctypes import CDLL',
      'import _ctypes',
      'import mmap',
      'import gc',
      'import sys\nsys.modules["gc"].get_objects()',
    ],
    JavaScript: [
      'import js',
      'from js import fetch',
      'import pyodide',
      'import pyodide_js',
      'import _pyodide_core',
      'from pyodide.code import run_js\nrun_js("1")',
      'from pyodide.ffi import JsProxy',
      'from pyodide.http import open_url',
      'import micropip',
      'import sys\nsys.modules["js"]',
      'import sys\nsys.modules["pyodide_js"]',
      'import sys\nsys.modules["_backprop_numpy"]',
      'import sys\nsys.modules["pyodide"].code.run_js("1")',
      'import sys\nsys.modules["pyodide.code"].run_js("1")',
      'import numpy\nnumpy._backend._backprop_numpy',
    ],
  };

  for (const [what, sources] of Object.entries(closed)) {
    it(what, async () => {
      for (const source of sources) {
        await refused(source);
      }
      await assertHealthy(runtime());
    });
  }

  it('JavaScript by the constructor of whatever object there is', async () => {
    if (!builtin) return;
    const source = `
import sys, types
found = []
def look(value, depth=0, seen=set()):
    if id(value) in seen or depth > 4: return
    seen.add(id(value))
    if type(value).__name__ in ("JsProxy", "JsCallable", "JsBuffer", "JsDoubleProxy") or "Js" in type(value).__name__[:2]:
        found.append(value)
    for inner in list(getattr(value, "__dict__", {}).values()):
        look(inner, depth + 1)
for module in list(sys.modules.values()):
    look(module)
frame = sys._getframe()
while frame:
    for value in list(frame.f_locals.values()): look(value)
    frame = frame.f_back
ways = 0
for value in found:
    for code in ("return process", "return globalThis.process.version", "return require('fs')", "return 1"):
        try:
            value.constructor.constructor(code)()
            ways += 1
        except Exception as error:
            pass
        try:
            value.toString.constructor(code)()
            ways += 1
        except Exception as error:
            pass
def f(): return ways, len(found)
`;
    const { calls, error } = await run(runtime(), source);
    assert.equal(error, null, error?.message);
    const { returned } = calls[0] ?? {};
    assert.ok(returned?.kind === 'tuple');
    assert.deepEqual(returned.items[0], { kind: 'number', type: 'int', value: 0 });
  });

  it('the attempts through ().__class__.__base__.__subclasses__()', async () => {
    const source = told(`
reached = []
for cls in ().__class__.__base__.__subclasses__():
    for function in [getattr(cls, "__init__", None), getattr(cls, "__enter__", None)]:
        names = getattr(function, "__globals__", None) or {}
        os = names.get("os") or names.get("posix")
        try:
            reached.append(os.listdir("/"))
        except Exception: pass
        try:
            reached.append(os.system("touch " + TARGET))
        except Exception: pass
        try:
            reached.append(names["__builtins__"]["open"](SECRET).read())
        except Exception: pass
    if cls.__name__ in ("FileIO", "_wrap_close", "Popen", "FileLoader", "BuiltinImporter"):
        try:
            reached.append(cls(SECRET).read())
        except Exception: pass
        try:
            reached.append(cls("f", SECRET).get_data(SECRET))
        except Exception: pass
        try:
            reached.append(cls(["touch", TARGET]))
        except Exception: pass
def f(): return len(reached)
`);
    const { calls, error } = await run(runtime(), source);
    assert.equal(error, null, error?.message);
    assert.deepEqual(calls[0]?.returned, { kind: 'number', type: 'int', value: 0 });
    assert.ok(!existsSync(join(folder, 'made')));
    await assertHealthy(runtime());
  });

  it('the keyboard', async () => {
    for (const source of [
      'input()',
      'x = input("How many? ")',
      'import builtins\nbuiltins.input()',
      'import sys\nsys.stdin.read()',
    ]) {
      const error = await errorOf(runtime(), source, { timeoutSeconds: 2 });
      assert.equal(error.kind, 'exception', error.message);
      assert.match(error.message, /input|stdin|NoneType/u);
    }
    const error = await errorOf(runtime(), 'n = 1\nx = input("How many? ")');
    assert.equal(error.line, 2);
    assert.match(error.message, /input\(\) cannot be used in a snippet/u);
    assert.match((await errorOf(runtime(), 'breakpoint()')).message, /breakpoint\(\) cannot be used/u);
    assert.match((await errorOf(runtime(), 'exit()')).message, /ended Python itself/u);
  });

  it('say what to do instead', async () => {
    assert.match(
      (await errorOf(runtime(), 'import os')).message,
      /'os' is closed to snippets.*Remove this import/u,
    );
    assert.match((await errorOf(runtime(), 'open("data.csv")')).message, /cannot open files.*arguments/u);
  });

  it('are not the libraries of the course', async () => {
    const source =
      'import math, random, time, json, sys, io, copy, itertools, functools, collections, typing, abc, string, re, decimal, fractions\n' +
      'import numpy as np\nfrom numpy import linalg, random as r\nimport numpy.linalg\ndef f(): return io.StringIO("a").read()';
    const { error } = await run(runtime(), source);
    assert.equal(error, null, error?.message);
  });
});
