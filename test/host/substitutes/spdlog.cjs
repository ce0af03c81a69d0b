// Stands in for @vscode/spdlog, a native module, with the part of it that VS Code's server uses: log files.
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_kind, _name, file, limit) {
    this.file = file;
    this.limit = limit;
    this.level = 2;
    this.formatted = true;
  }

  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const line = this.formatted ? `${time} [${levels[level]}] ${message}\n` : message;
    try {
      // The old file is kept once; runs are short, and a second rotation has never been needed.
      if (fs.existsSync(this.file) && fs.statSync(this.file).size > this.limit) {
        fs.renameSync(this.file, `${this.file}.1`);
      }
      fs.appendFileSync(this.file, line);
    } catch {
      // The folder goes with the run, sometimes before the last message; a log must not fail what it reports.
    }
  }

  trace(message) {
    this.write(0, message);
  }

  debug(message) {
    this.write(1, message);
  }

  info(message) {
    this.write(2, message);
  }

  warn(message) {
    this.write(3, message);
  }

  error(message) {
    this.write(4, message);
  }

  critical(message) {
    this.write(5, message);
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  clearFormatters() {
    this.formatted = false;
  }

  setPattern() {}

  flush() {}

  drop() {}
}

async function create(kind, name, file, limit) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger(kind, name, file, limit);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = (name, file, limit) => create('rotating', name, file, limit);
exports.createAsyncRotatingLogger = (name, file, limit) => create('rotating_async', name, file, limit);
