import type { ProjectSeed } from '../project-seed';
import { fjordTraceability } from './fjord-traceability';
import { harbourTicketing } from './harbour-ticketing';
import { lumenPortal } from './lumen-portal';
import { museumGuide } from './museum-guide';
import { polarWarehouse } from './polar-warehouse';
import { solvangBooking } from './solvang-booking';

export const projects: ProjectSeed[] = [
  lumenPortal,
  harbourTicketing,
  museumGuide,
  polarWarehouse,
  solvangBooking,
  fjordTraceability,
];
