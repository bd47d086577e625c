/** Made by scripts/licence-texts.ts from spdx-license-list 6.12.0; not edited by hand. */

/** One licence as the parts of its text that are the same for everybody. */
export interface LicenceText {
  /** As SPDX names it. */
  readonly id: string
  /** `start`: the first three words; `sha256`: of all `words` of them, as `listCountingWords` gives them, with one space between. */
  readonly parts: readonly { readonly start: string; readonly words: number; readonly sha256: string }[]
}

export const LICENCE_TEXTS: readonly LicenceText[] = [
  {
    id: 'Apache-2.0',
    parts: [
      {
        start: 'definitions license shall',
        words: 1378,
        sha256: '7fec4cfa67fd309fc28bc99c73cba7648c2ecbb27618b90b8a12cc603be1eeed'
      }
    ]
  },
  {
    id: 'Apache-2.0',
    parts: [
      {
        start: 'licensed under the',
        words: 86,
        sha256: '7a46cf4a5d56898d746584f4fe57bdf571d600a8f39d21063431d88929f803c7'
      }
    ]
  },
  {
    id: 'Apache-2.0',
    parts: [
      { start: 'to apply the', words: 82, sha256: '0ef4770dcec64224e7176d8d35cebc2cf90bc7a216191a542f381e86a6a37b01' }
    ]
  },
  {
    id: 'MPL-2.0',
    parts: [
      {
        start: 'definitions contributor means',
        words: 2179,
        sha256: '2b26602a66175453d81978114e74d80ba2308a20c3f316e48768db8bb04ebcea'
      }
    ]
  },
  {
    id: 'BSD-3-Clause',
    parts: [
      {
        start: 'redistribution and use',
        words: 68,
        sha256: '07ea5349791015bbca63ce73390d3d962e424bd9dcc4611c48d64efac312c468'
      },
      {
        start: 'used to endorse',
        words: 20,
        sha256: '788372554056f5e20c717c2a3fea68547aeb9dccea729fe8a3271b14cf57050c'
      },
      { start: 'as is and', words: 30, sha256: 'f2ecc48db714dbadad216517cbbb80ad42882d87fcc5b3efae52bb63987fa44d' },
      { start: 'be liable for', words: 71, sha256: 'b9906283a603091fa4443be08b33397f49d0dafc47296124e87d2e33728eebd5' }
    ]
  },
  {
    id: 'BSD-2-Clause-Views',
    parts: [
      {
        start: 'all rights reserved',
        words: 76,
        sha256: 'c3c5f32afad566cf418534a0fd4f6b3106819d20d3300a437b6d14a1f60fa22c'
      },
      { start: 'as is and', words: 30, sha256: 'f2ecc48db714dbadad216517cbbb80ad42882d87fcc5b3efae52bb63987fa44d' },
      { start: 'be liable for', words: 100, sha256: 'd703ea0ff67816aa1711cd7dd442abf9a82a51e9e21ac1778dba50c9c88b4dc0' }
    ]
  },
  {
    id: 'BSD-2-Clause',
    parts: [
      {
        start: 'redistribution and use',
        words: 73,
        sha256: 'd276ed24f1a8ea5066508486ca9e832b085e9544e0f16a905203c476eb144a4c'
      },
      { start: 'as is and', words: 30, sha256: 'f2ecc48db714dbadad216517cbbb80ad42882d87fcc5b3efae52bb63987fa44d' },
      { start: 'be liable for', words: 71, sha256: 'b9906283a603091fa4443be08b33397f49d0dafc47296124e87d2e33728eebd5' }
    ]
  },
  {
    id: 'MIT',
    parts: [
      {
        start: 'permission is hereby',
        words: 122,
        sha256: '138ac55c245173422b597783da36dfff9c4c6542e7376b4b16f757f3fd125e17'
      },
      { start: 'be liable for', words: 37, sha256: '5596960f6fe5f8850d31594e00ffab4e4041b0aaf3a3a8c13f0af749a150a5bc' }
    ]
  },
  {
    id: 'MIT-0',
    parts: [
      {
        start: 'permission is hereby',
        words: 97,
        sha256: '8586c220bd4892e5eae2ee9f34f243ce55432b138458da5f2e7f66e0224de0f2'
      },
      { start: 'be liable for', words: 37, sha256: '5596960f6fe5f8850d31594e00ffab4e4041b0aaf3a3a8c13f0af749a150a5bc' }
    ]
  },
  {
    id: 'ISC',
    parts: [
      {
        start: 'permission to use',
        words: 41,
        sha256: '2f49b75b5eeb8493e1aab06f369bf8d99feb3cb5eacd85a32b54df1c2e69cd04'
      },
      {
        start: 'disclaims all warranties',
        words: 20,
        sha256: '5468a8ddbc16161644c0f018e3d6bf56535b41e3c3fe652e53ab4c773caf3f33'
      },
      { start: 'be liable for', words: 47, sha256: 'c81620f6e98f16b648eddda519270df452ef4863fdb375d1bd77b1ffcede910e' }
    ]
  },
  {
    id: '0BSD',
    parts: [
      {
        start: 'permission to use',
        words: 27,
        sha256: '1d2bcfa130f3f45d2c8decef63e9d2517105bb2389c8f9e76f283d03befcd034'
      },
      {
        start: 'disclaims all warranties',
        words: 20,
        sha256: '5468a8ddbc16161644c0f018e3d6bf56535b41e3c3fe652e53ab4c773caf3f33'
      },
      { start: 'be liable for', words: 47, sha256: 'c81620f6e98f16b648eddda519270df452ef4863fdb375d1bd77b1ffcede910e' }
    ]
  },
  {
    id: 'Zlib',
    parts: [
      {
        start: 'zlib license this',
        words: 131,
        sha256: '44f9aad039314150df39432a54882d648cde79f191de05b561dcb2c12ae3720e'
      }
    ]
  },
  {
    id: 'BSL-1.0',
    parts: [
      {
        start: 'permission is hereby',
        words: 202,
        sha256: '2ba928e6034f4e5c7714bd07b12808659e1f4168b3f3db72fdadec29ed2bc5b9'
      }
    ]
  },
  {
    id: 'Unlicense',
    parts: [
      { start: 'this is free', words: 190, sha256: 'f507d73d343a3d7b0b7ecd39319f6c349b515eeed80b814918af61cdac69e4a5' }
    ]
  },
  {
    id: 'CC0-1.0',
    parts: [
      { start: 'the laws of', words: 976, sha256: '4d675e5804644357d0c61aaca938f46f66a2c509a33b1eb36c7ec1dc2bd774cb' }
    ]
  },
  {
    id: 'EPL-2.0',
    parts: [
      {
        start: 'the accompanying program',
        words: 1987,
        sha256: '41c695a1130cc4d5933580764720209f02f159864f101a158f9561533dfe2258'
      }
    ]
  },
  {
    id: 'AGPL-3.0',
    parts: [
      {
        start: 'the licenses for',
        words: 5069,
        sha256: '5eda648e20ba1d1330a803d726cf843e2a9f582ef4c27c7350e6ee79afa1724a'
      }
    ]
  },
  {
    id: 'GPL-3.0',
    parts: [
      {
        start: 'the licenses for',
        words: 5121,
        sha256: '946986366d300c49dde813102fbfb2eb457612ee09a7725119b7af9dbc1a0167'
      }
    ]
  },
  {
    id: 'GPL-2.0',
    parts: [
      {
        start: 'the licenses for',
        words: 2437,
        sha256: '53b2b51aef45cb412959339d4986c84dcb73879453456848afa40dd47f2eb534'
      }
    ]
  },
  {
    id: 'LGPL-2.1',
    parts: [
      {
        start: 'the licenses for',
        words: 3944,
        sha256: 'bce92fa61e82d6b479b5a6a4298c3db020ff9422edf02f570daa17da4dce698a'
      }
    ]
  },
  {
    id: 'LGPL-3.0',
    parts: [
      {
        start: 'this version of',
        words: 1179,
        sha256: 'c93677acf8e76a9f0a1db57301085388555c0c29521e99f3c3ed194a7b7205ff'
      }
    ]
  }
]
