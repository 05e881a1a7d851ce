// Where does seeds/10-lantern-newsletter.pdf come from? From here: a residents' newsletter of two pages, with a running
// head and page numbers as furniture. The date inside is fixed, so that the same text gives the same bytes.
import { createWriteStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'

const TARGET = fileURLToPath(new URL('../../seeds/10-lantern-newsletter.pdf', import.meta.url))

const HEADLINE = 'Churchyard wall to be rebuilt by those who fell off it'
const BYLINE = 'By Wilhelmina Soames'
const DATE = '19 November 2024'
const PARAGRAPHS = [
  'The wall along the south side of St Audra’s churchyard will be rebuilt this winter by eleven people who have, at one time or another, fallen off it.',
  'The idea came from the parish treasurer, Gwilym Attwater, who broke his wrist on the wall in 1974 while trying to see a wedding. He put a notice in the porch asking whether others had been as foolish. By the next Sunday he had ten names, two of them members of the clergy.',
  'A length of some thirty metres came down in last January’s frost, before the river did worse elsewhere. The diocese offered half of the £8,600 that a builder had asked for and suggested that the parish find the rest. Mr Attwater suggested that the parish find a book about walls.',
  'They have been taught by Carys Denholm, a waller from Nether Marl, who charges them in apples. She makes each of them take down a metre before they may put up a metre. “You learn a wall from the inside,” she says. “Most people only ever meet the top.”',
  'The stones are being numbered in chalk and laid out on the grass in the order in which they fell. Several have turned out to be older than the church. One has half a face on it and has been lent to the museum, which thinks that the face is a king and is looking for the other half.',
  'Work is on Saturdays from nine until the light goes. There is soup at noon, made by whoever fell off most recently. At the time of writing this is the curate.',
  'The new stretch will be a hand’s breadth lower than the old one. Mrs Denholm says that this is for drainage. Mr Attwater says that it is for weddings.',
  'Anyone who can lift a bucket is welcome, whether or not they have fallen off anything. Gloves are kept in the vestry, in the drawer under the hymn books. Please bring a flask, sensible boots and, if you have one, a line and a pair of pins.',
]

const pdf = new PDFDocument({
  size: 'A5',
  margin: 48,
  bufferPages: true,
  info: { Title: HEADLINE, Author: 'Wilhelmina Soames', CreationDate: new Date('2024-11-19T09:00:00Z') },
})

pdf.pipe(createWriteStream(TARGET))
pdf.font('Times-Bold').fontSize(20).text(HEADLINE, 48, 60)
pdf.moveDown(0.5).font('Times-Italic').fontSize(11).text(BYLINE).text(DATE)
pdf.moveDown()
for (const paragraph of PARAGRAPHS) pdf.font('Times-Roman').fontSize(13).text(paragraph, { lineGap: 3 }).moveDown(0.7)
for (let page = 0; page < pdf.bufferedPageRange().count; page += 1) {
  pdf.switchToPage(page)
  pdf.page.margins.bottom = 0
  pdf.font('Helvetica').fontSize(8)
  pdf.text('The Staithes Lantern', 48, 26, { lineBreak: false })
  pdf.text(`Page ${page + 1}`, 48, pdf.page.height - 34, { lineBreak: false })
}
pdf.end()
