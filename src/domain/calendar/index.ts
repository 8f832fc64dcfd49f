export { isWorkingDay, weekdayOf, weekendsOnly, type OfficeCalendar } from './office-calendar.ts';
export {
  officeCalendarColumns,
  parseOfficeCalendar,
  type CalendarFault,
  type CalendarYears,
  type OfficeCalendarColumn,
  type OfficeCalendarRow,
  type ParsedCalendar,
} from './parse-office-calendar.ts';
