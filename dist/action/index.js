#!/usr/bin/env node
// The first file of each bundle. A Node too old for the rest has to read it, so nothing here is newer than import().
var LEAST = '20.18'
var DOOR = 'action'

var NEXT = {
  action: 'let the job run with a newer one',
  gitlab: 'name an image with a newer one in the input image',
  cli: 'put a newer one first on PATH'
}

var have = process.versions.node.split('.')
var want = LEAST.split('.')
if ((have[0] - want[0] || have[1] - want[1]) < 0) refuse()
else start()

function start() {
  // What never comes to its end must not look like success; it is the status that Node has for it.
  var UNSETTLED = 13
  process.exitCode = UNSETTLED
  import('./slipway.js').then(function () {
    if (process.exitCode === UNSETTLED) process.exitCode = 0
  })
}

function refuse() {
  var message =
    'Slipway needs Node ' + LEAST + ' or later, and ' + process.execPath + ' is Node ' + process.versions.node
  var hint = NEXT[process.env.GITLAB_CI === 'true' ? 'gitlab' : DOOR]
  process.exitCode = 3
  if (DOOR === 'action') console.log('::error::' + message.replace(/%/g, '%25') + ': ' + hint)
  else console.error('error: ' + message + ': ' + hint)
  if (process.argv.indexOf('--json') > 0)
    console.log(
      JSON.stringify({ error: { code: 'old-node', kind: 'environment', exit: 3, message: message, hint: hint } })
    )
}
