// Invariant: `qpdf --check` has nothing to say against the file.

import {qpdfComplaints} from '../qpdf.ts'
import type {Invariant} from './invariant.ts'

export const cleanSyntax: Invariant = ({bytes}) => qpdfComplaints(bytes)
