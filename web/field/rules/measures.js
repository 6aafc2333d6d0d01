/* The reviewed knowledge of the section reference/1: definitions of measures, limits of visits, what a payer asks on a day. */

const OWN = "agency";

/** Measure -> its definition (fields, adds, over, ...). */
export function measures(reference) {
  return reference.measures.measure;
}

/** The edition of a payer's rules in force on a day ("2026-11-19"); the agency's own where nobody described the payer. */
export function payer(reference, key, day) {
  const inForce = reference.payers.filter((one) => [key, OWN].includes(one.payer) && isInForce(one, day));
  return inForce.find((one) => one.payer === key) ?? inForce[0] ?? reference.payers.find((one) => one.payer === OWN);
}

function isInForce(edition, day) {
  return edition.effective_from <= day && (!edition.effective_to || day < edition.effective_to);
}
