// How does the report look? Black on white, for paper: lines and weights carry the marks, so that a copy machine keeps them.

export const STYLE = `
@page { size: A4; margin: 14mm 13mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { max-width: 184mm; margin: 8mm auto; padding: 0 4mm; background: #fff; color: #1b1b1b; font: 9.5pt/1.4 system-ui, sans-serif; }
h1 { margin: 0 0 2mm; font: 700 15pt/1.25 Charter, 'Bitstream Charter', Cambria, Georgia, serif; overflow-wrap: anywhere; }
h2 { margin: 5mm 0 1.5mm; padding-top: 1.5mm; border-top: 0.3mm solid #1b1b1b; font: 600 10pt/1.3 system-ui, sans-serif; break-after: avoid; }
.kicker { margin: 0 0 1mm; color: #595959; font-size: 8.5pt; }
.verdict { margin: 0 0 3mm; font: 600 11.5pt/1.4 Charter, 'Bitstream Charter', Cambria, Georgia, serif; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.7mm 3mm 0.7mm 0; border-top: 0.15mm solid #c9c9c9; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead :is(th, td) { border-top: 0; color: #595959; font-weight: 400; }
tbody th { color: #595959; font-weight: 400; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.sides { table-layout: fixed; }
.sides thead td { width: 22mm; }
p { margin: 0 0 1mm; }
.summary { display: grid; grid-template-columns: 1fr 44mm; gap: 6mm; align-items: start; }
.map { width: 44mm; height: auto; }
.map-names { display: flex; justify-content: space-between; gap: 2mm; font-size: 7.5pt; }
.map-names span { max-width: 48%; overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(3, auto); gap: 1mm 6mm; margin: 3mm 0 0; }
.figures div { display: flex; flex-direction: column-reverse; }
.figures dt { color: #595959; font-size: 8pt; }
.figures dd { margin: 0; font-weight: 600; }
.swaps { columns: 2; column-gap: 8mm; }
.swaps table { break-inside: auto; }
.swaps tr { break-inside: avoid; }
ul { margin: 0; padding-left: 4mm; }
li { margin: 0.6mm 0; overflow-wrap: anywhere; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 6mm; padding: 0.8mm 0; border-top: 0.15mm solid #e2e2e2; font: 8.5pt/1.4 Charter, 'Bitstream Charter', Cambria, Georgia, serif; }
.pair p { margin: 0 0 1mm; overflow-wrap: anywhere; }
.pair.names { border: 0; font: 600 8.5pt/1.4 system-ui, sans-serif; }
.same { color: #595959; }
.own p { padding-left: 2mm; border-left: 0.8mm double #595959; }
.moved p { padding-left: 2mm; border-left: 0.5mm dashed #595959; }
.note { color: #595959; font: italic 8pt/1.4 system-ui, sans-serif; }
del { text-decoration: underline; text-decoration-thickness: 0.3mm; text-underline-offset: 0.6mm; background: #f3e9e6; }
ins { text-decoration: underline double; text-decoration-thickness: 0.25mm; text-underline-offset: 0.6mm; background: #e6edf5; }
del.cut { text-decoration: line-through; }
.weighty { font-weight: 700; }
.legend { color: #595959; font-size: 8pt; }
.method { margin-top: 5mm; padding-top: 2mm; border-top: 0.3mm solid #1b1b1b; color: #595959; font-size: 8pt; overflow-wrap: anywhere; }
.method p { margin: 0 0 1mm; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
a { color: inherit; }
@media screen and (max-width: 45em) { .summary, .pair { grid-template-columns: minmax(0, 1fr); } .swaps { columns: 1; } .figures { grid-template-columns: repeat(2, auto); } }
@media print { body { margin: 0; padding: 0; max-width: none; } }
`
