import { expect, test } from '@jest/globals'
import { staysInside } from '../../../../../src/adapters/clusters/kubeconfig/fence.ts'

const OWN = '/api/v1/namespaces/trial'

test.each([
  ['GET', '/api/v1/namespaces/default/configmaps/x'],
  ['GET', '/apis/apps/v1/deployments?watch=true'],
  ['GET', '/version'],
  ['GET', '/apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Anode'],
  ['POST', `${OWN}/configmaps`],
  ['PATCH', '/apis/apps/v1/namespaces/trial/deployments/web/scale?fieldManager=x'],
  ['DELETE', `${OWN}/pods`],
  ['GET', `${OWN}/pods/web/exec?command=ls`],
  ['PATCH', OWN],
  ['PUT', `${OWN}/status`],
  ['POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews'],
  ['POST', '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews'],
  ['POST', '/apis/authentication.k8s.io/v1/tokenreviews']
])('%s %s changes nothing outside of the namespace trial', (method, url) => {
  expect(staysInside('trial', method, url)).toBe(true)
})

test.each([
  ['PATCH', '/api/v1/namespaces/default/configmaps/x'],
  ['POST', '/apis/rbac.authorization.k8s.io/v1/clusterroles'],
  ['POST', '/api/v1/namespaces'],
  ['DELETE', '/api/v1/namespaces/trial-2'],
  ['POST', '/api/v1/namespaces/trial-2/configmaps'],
  ['DELETE', '/apis/example.com/v1/namespaces/trial'],
  ['DELETE', '/api/v1/nodes'],
  ['POST', '/anything/else'],
  ['GET', '/api/v1/namespaces/default/pods/web/exec?command=rm'],
  ['GET', '/api/v1/namespaces/default/services/web/proxy/delete'],
  ['GET', '/api/v1/nodes/one/proxy/run'],
  ['POST', '/api/v1/namespaces/default/pods/web/portforward'],
  ['PATCH', `${OWN}/../default/configmaps/x`],
  ['PATCH', `${OWN}/%2e%2e/default/configmaps/x`],
  ['PATCH', '/api/v1/namespaces/trial%2Fconfigmaps/x/y'],
  ['PATCH', `/${OWN}/configmaps/x`],
  ['GET', '/api/v1/namespaces/default/pods/web/ex%65c'],
  ['PATCH', '/api/v1/namespaces/trial/configmaps/%zz']
])('%s %s is not known to stay in the namespace trial', (method, url) => {
  expect(staysInside('trial', method, url)).toBe(false)
})
