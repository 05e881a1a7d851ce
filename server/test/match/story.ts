// What do the tests compare? One made-up story and what may become of it.

export const STORY = [
  'Varden’s old harbour bridge will close for two years from Monday, the town council said, after engineers found cracks in eleven of its forty iron ribs.',
  '“We have put this off for as long as anyone could have asked us to,” said Mayor Edda Morrow, who walked the length of the bridge on Thursday with Otto Farrow, the chief engineer of the Lorn Valley Works.',
  'The bridge, which was opened in 1911, carries about 23,000 cars a day between the harbour and the market district, and there is no other crossing for six kilometres.',
  'Mr Farrow said that his team had first noticed the damage in March, when a diver who was looking for a lost anchor saw rust running down the third pier.',
  '“It was like finding a hole in the roof of a house that you have lived in all your life,” Mr Farrow said.',
  'Shopkeepers near the harbour fear for their trade. Lena Stroud, who has sold fish on Quillport Street since 1987, said that half of her customers came across the bridge on foot.',
  'The council has promised a ferry every ten minutes from April, paid for by the county, and a fund of 400,000 crowns for the shops that are hit the hardest.',
  'Repairs will cost some 61 million crowns, of which the Ministry of Transport in Ostmark has agreed to pay a third. A new bridge would have cost four times as much.',
].join('\n\n')

/** Sentence by sentence the same, words swapped for others, quotations too; names and numbers stand. */
export const RESPIN = [
  'Varden’s ancient harbour crossing will shut for two years from Monday, the city council stated, after engineers discovered fissures in eleven of its forty iron ribs.',
  '“We have delayed this off for as lengthy as anybody could have requested us to,” stated Mayor Edda Morrow, who strolled the size of the crossing on Thursday with Otto Farrow, the principal engineer of the Lorn Valley Works.',
  'The crossing, which was opened in 1911, carries roughly 23,000 automobiles a day between the harbour and the market quarter, and there is no different passage for six kilometres.',
  'Mr Farrow stated that his crew had first seen the harm in March, when a diver who was searching for a misplaced anchor noticed rust operating down the third pier.',
  '“It was like discovering a gap in the roof of a home that you have resided in all your existence,” Mr Farrow stated.',
  'Merchants close to the harbour worry for their business. Lena Stroud, who has offered fish on Quillport Street since 1987, stated that half of her clients got here across the crossing on foot.',
  'The council has pledged a ferry each ten minutes from April, funded by the county, and a pot of 400,000 crowns for the stores that are struck the toughest.',
  'Fixes will price some 61 million crowns, of which the Ministry of Transport in Ostmark has consented to pay a third. A brand new crossing would have price four times as a lot.',
].join('\n\n')

/** The same event in another reporter's words. */
export const INDEPENDENT = [
  'Drivers in Varden face a long way round: from Monday the iron bridge over the harbour is shut, and it will be two years before it opens again.',
  'Cracks in eleven ribs leave no choice, according to the council. Otto Farrow of the Lorn Valley Works, who led the inspection, is expected to present his findings to the public in April.',
  'Mayor Edda Morrow has come under fire from the opposition. “She knew, and she waited,” Jonas Pike, who leads the minority in the council, told a rally on Quillport Street.',
  'For the ferry men of the Lorn, by contrast, business has not looked this good since the crossing was built in 1911. The Ministry of Transport has yet to say what it thinks of the bill, put at 61 million crowns.',
].join('\n\n')

const paragraphs = STORY.split('\n\n')

/** What a paywall leaves. */
export const CUT = paragraphs.slice(0, 4).join('\n\n')
/** Paragraphs gone from the middle, one recast. */
export const ABRIDGED = [paragraphs[0], paragraphs[2], 'Traders are worried as well, and want to know when help will come.', paragraphs[6], paragraphs[7]].join('\n\n')
export const CORRECTED = STORY.replace('eleven of its forty', 'twelve of its forty').replace('61 million', '63 million').replace('Thursday', 'Friday')
