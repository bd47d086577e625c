/**
 * SHA-256 of the programs that Slipway builds from modules, by Go's `os/arch`. Data only. Each was seen by a build of
 * `npm run built`; docs/tools.md says how often and under which conditions. A platform that is not listed has no digest,
 * and there a tool is not built beside a secret.
 */
export interface BuiltPin {
  /** The digest of the recipe that was built: another recipe makes another program. */
  readonly recipe: string
  readonly sha256: Readonly<Record<string, string>>
}

/** By the name of the tool; Kubernetes with its release. */
export const BUILT: Readonly<Record<string, BuiltPin>> = {
  apidiff: {
    recipe: 'module 5ea1c2ce0813bca70feb144a45dc2344a859e8923d06e630823e6dbe9ca767f9',
    sha256: {
      'linux/amd64': '4b7af831f86fce9f961803ac6294a40d01d65e0c1606be5d673421bd16b983df',
      'linux/arm64': '86ad182f4e524ec53eda0c4a0429aa89b10649bb88945ddbe18356b88873ea3a',
      'darwin/arm64': '9cfda5779da8902a784f4454f9ede72120164bd48e8fe47827a31f7025e3a31c',
      'darwin/amd64': '44343c9525fc2c7e2db1e6a2d86cf985018427dc0803213b2bcb4f5eb0fef9d1',
      'windows/amd64': 'b691da1bf16f1511deb4707a2aab4abeca44845ddddd631f1b88b38921916932'
    }
  },
  cosign: {
    recipe: 'module e9e5214d46956a353f96dcfdbdcf25973c468b40460b4029539b47cdd6ac4d41',
    sha256: {
      'linux/amd64': '88c1ddd1ae0d3fdb8f4095328e8897e9c95d0600ec42aaa0512d223c67e4ea25'
    }
  },
  govulncheck: {
    recipe: 'module c5d5708f6a9f7372bedb20c8022379bf901bb92ba688f35a0bb45af13afb3400',
    sha256: {
      'linux/amd64': '42d3427d49940687e505b9140510d71c85952e836929fca16156b59f2e3f4e74',
      'linux/arm64': 'a0e4525439961f51ec98cf07cb6a1ed42609927848bc991c45b25f4b9fd3d112',
      'darwin/arm64': 'a72a4fb887ad78885d8b7a2ed5e8a1a45e379226f0dc3a1225382ca6320df8c6',
      'darwin/amd64': '73e27c8a26014ced2b8a54718788591f224957ffb97c7296e024ec1521b93696',
      'windows/amd64': 'a7477ab0aab52701a8d501143cc6d7d15bbab20980bd3da10d03885901bcd89f'
    }
  },
  kind: {
    recipe: 'module 3db794dbbcbeb2b38e4c3062cd0f2a096ab4b2154d60dd945bf1a9db5be85279',
    sha256: {
      'linux/amd64': '3698025316ec45d33ecfc0b8ac6d807044c011c8f5911607f557e63fddea0ffc'
    }
  },
  'kubernetes v1.34.4': {
    recipe: 'module 224f02f008341327d678def97a5a16bd40d84936738c43bb7872174f2c9a8ee7',
    sha256: {
      'linux/amd64': '558e86138fab9a425cb8646aef14f54df53aba343b2e9efd06c0c95a7c997731'
    }
  },
  'kubernetes v1.36.4': {
    recipe: 'module 0df6b4f235aa433c319c25deeab1c61862a9fd14bae103f770285c91a53ed2c9',
    sha256: {
      'linux/amd64': '598eede1d0737d707802aeba6a490347c5f5e8506bf215bb0d1000b7b5b2e83e'
    }
  },
  'kubernetes v1.37.1': {
    recipe: 'module 53b306c76898c571aefcbb9e4aaa689484540ba85bc5947bc6b61bd9cd2470bb',
    sha256: {
      'linux/amd64': '0b0004a4febf3ba88e6a6eb317f3ff0d80b2fe86f76ab48b6960d99593f5f248'
    }
  }
}
