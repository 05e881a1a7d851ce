// Which keys has the panel? For the help and for the settings.
import type { KeyGroups } from '../../look/KeyList.tsx'

export const PANEL_KEYS: KeyGroups = {
  'Everywhere': [['/', 'Search'], ['?', 'These keys'], ['Esc', 'Close what lies on top']],
  'Go to': [['g d', 'Dashboard'], ['g n', 'Add files'], ['g u', 'Uploads'], ['g a', 'Articles'], ['g c', 'Clusters'], ['g h', 'History'], ['g r', 'Review'], ['g t', 'Tasks and health'], ['g s', 'Search']],
  'Add files': [['u', 'Choose files'], ['r', 'Retry what failed']],
  'Articles': [['j k', 'Next, previous article'], ['x', 'Tick it'], ['Shift x', 'Tick all from the last one'], ['Enter', 'Open it'], ['e', 'Export the list']],
  'Clusters': [['j k', 'Next, previous cluster'], ['Enter', 'Open'], ['o', 'Show its versions'], ['y', 'Confirm'], ['x', 'Select']],
  'Review': [
    ['j k', 'Next, previous cluster'], ['↓ ↑', 'Next, previous version'], ['1–9', 'That version'], ['y', 'Confirm as it stands'], ['c', 'Make principal'],
    ['n', 'Not a duplicate'], ['⇧N', 'Not a duplicate of some'], ['x', 'Mark'], ['s', 'Split off what is marked'], ['m', 'Merge'], ['v', 'Set the relation'],
    ['l', 'Later'], ['a', 'Note'], ['z', 'Undo'], ['⇧Z', 'Redo'], ['t', 'Substitutions'], ['d', 'Side by side'], ['] [', 'Next, previous difference'], ['r', 'Hold others against this'], ['Enter', 'Open side by side'],
  ],
  'Compare': [['w', 'Swap sides'], ['d', 'All, only differences, inline'], ['] [', 'Next, previous difference']],
  'Reading of a file': [['j k', 'Next or previous article'], ['↑ ↓', 'Next or previous line'], ['← →', 'Place in the line'], ['b', 'An article begins here'], ['m', 'Merge with the next article'], ['f', 'The line is furniture'], ['t', 'The line is text'], ['h', 'The line is the headline'], ['z', 'Undo'], ['a', 'Accept']],
  'Article': [['e', 'Edit'], ['f', 'Show or hide page furniture']],
}
