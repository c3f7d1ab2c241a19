// Tests of render: drawings for printers that save ink.

import {expect, test} from 'vitest'
import {grayDrawing} from '../../scripts/render/gray-drawing.ts'
import {renderFiles, templates} from './render-files.ts'

test.each([
  ['dark colours keep their lightness', 'fill="#4a1a66"', 'fill="#323232"'],
  ['grounds become lighter', 'fill="#f6b73c"', 'fill="#e9e9e9"'],
  ['and stay apart', 'fill="#b9a3c9"', 'fill="#e1e1e1"'],
  ['black and white stay', 'fill="#000" stroke="#FFFFFF"', 'fill="#000000" stroke="#ffffff"'],
  ['see-through colours stay so', 'stop-color="#f008"', 'stop-color="#7f7f7f88"'],
  ['rgb() is a colour', 'style="stroke: rgb(255, 0, 0)"', 'style="stroke: #7f7f7f"'],
  ['in a style sheet', '.a{fill:#f00}', '.a{fill:#7f7f7f}'],
  ['names of things are no colours', 'fill="url(#add)" href="#fab" id="fee"', 'fill="url(#add)" href="#fab" id="fee"'],
  ['no colour at all', 'fill="none" stroke="currentColor"', 'fill="none" stroke="currentColor"']
])('%s', (_, own, gray) => {
  expect(grayDrawing(`<svg ${own}/>`)).toBe(`<svg ${gray}/>`)
})

test('a profile asks for gray drawings; screens keep the colours', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect fill="#f00"/></svg>'
  const files = {'sections/a.md': '# A\n\n::figure[A square]{src="figures/a.svg" alt="A square"}\n', 'figures/a.svg': svg}
  const gray = {...templates, profiles: ['gray'], styles: new Map([...templates.styles, ['profiles/gray', ':root { --drawings: gray }']])}
  const drawn = (options: Parameters<typeof renderFiles>[1]) => {
    const {renderer, screen, unit} = renderFiles(files, options)
    unit('a')
    return {printed: [...renderer.assets.values()].map(({bytes}) => Buffer.from(bytes).toString()).find(text => text.includes('<svg')), screen: screen()}
  }
  expect(drawn({}).printed).toBe(svg)
  const {printed, screen} = drawn({profile: 'gray', templates: gray})
  expect(printed).toBe(svg.replace('#f00', '#7f7f7f'))
  expect(screen).toContain(Buffer.from(svg).toString('base64'))
})
