export { importOfficeCalendar, type CalendarImport, type CalendarParts } from './import-calendar.ts';
export { listCalendarYears, readOfficeCalendar, type ImportedYear } from './read-calendar.ts';
