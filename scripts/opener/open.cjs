// @ts-check
const { commands } = require('vscode');

exports.activate = () => commands.executeCommand('backpropTutor.open');
