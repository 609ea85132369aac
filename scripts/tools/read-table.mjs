// Prints the rows of a file as JSON, read by a library that has nothing to do with the one that wrote it:
// node read-table.mjs (exceljs | read-excel-file | hyparquet) FILE [SHEET]
import { readFileSync } from 'node:fs';

const readers = {
  async exceljs(file, name) {
    const { default: Excel } = await import('exceljs');
    const book = new Excel.Workbook();
    await book.xlsx.readFile(file);
    const rows = [];
    const sheet = name ? book.getWorksheet(name) : book.worksheets[0];
    sheet.eachRow((row) => rows.push(Array.from({ length: sheet.columnCount }, (_, i) => row.getCell(i + 1).value)));
    return rows;
  },
  async 'read-excel-file'(file) {
    const { readSheet } = await import('read-excel-file/node');
    return await readSheet(file);
  },
  async hyparquet(file) {
    const { asyncBufferFromFile, parquetReadObjects } = await import('hyparquet');
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
    const names = Object.keys(rows[0] ?? {});
    return [names, ...rows.map((row) => names.map((name) => row[name]))];
  }
};

const [library, file, sheet] = process.argv.slice(2);
readFileSync(file);
const rows = await readers[library](file, sheet);
console.log(JSON.stringify(rows, (_, value) => (value === undefined ? null : typeof value === 'bigint' ? Number(value) : value)));
