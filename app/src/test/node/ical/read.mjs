// Reads calendars in the order in which they are named, as a calendar program would: an event is known by its UID, an
// older SEQUENCE changes nothing, a CANCEL takes the event out. Prints what then stands in the calendar, as JSON.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const events = new Map();
const applied = [];
for (const file of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  // Only what the file itself says about the zone counts.
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const method = calendar.getFirstPropertyValue('method');
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const known = events.get(event.uid);
    const ignored = known !== undefined && known.sequence > event.sequence;
    applied.push({ uid: event.uid, sequence: event.sequence, method, change: known !== undefined, ignored });
    if (ignored) continue;
    const attendee = event.attendees[0];
    events.set(event.uid, {
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      summary: event.summary,
      location: event.location,
      description: event.description,
      url: component.getFirstPropertyValue('url'),
      zone: event.startDate.zone.tzid,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      stamp: component.getFirstPropertyValue('dtstamp').toJSDate().toISOString(),
      organizer: event.organizer,
      organizerName: component.getFirstProperty('organizer')?.getParameter('cn') ?? null,
      attendee: attendee?.getFirstValue() ?? null,
      attendeeName: attendee?.getParameter('cn') ?? null,
      participation: attendee?.getParameter('partstat') ?? null,
    });
  }
}
console.log(JSON.stringify({ events: [...events.values()], applied }));
