/** Tables as files that people open in a spreadsheet: XLSX, ODS and CSV. */
@NullMarked
package nl.kundig.app.table;

import org.jspecify.annotations.NullMarked;
