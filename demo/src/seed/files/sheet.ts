type Cell = string | number | boolean;

const escape = (cell: Cell) => {
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csv = (header: string[], rows: Cell[][]): Buffer =>
  Buffer.from([header, ...rows].map((row) => row.map(escape).join(',')).join('\n') + '\n');
