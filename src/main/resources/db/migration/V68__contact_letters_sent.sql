-- Letters that were sent before anybody kept who was contacted (L-2).
insert into customer_contact (customer_number, case_number, contacted_at, channel, what, letter_id, came_back)
select f.customer_number, f.case_number, l.sent_at, 'mail', l.letter, l.id, l.state = 'bounced'
from letter l join case_file f on f.case_number = l.case_number
where l.addressed_to = 'customer' and l.sent_at is not null
order by l.nr;
