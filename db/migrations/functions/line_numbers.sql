-- The numbers of lines among which the customer is to choose, as a JSON array; null when just one is meant, or all are.
create or replace function app.line_numbers(p_turn app.turn, p_reference jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_agg(l.line_no order by l.line_no) from app.find_lines(p_turn, p_reference) l
    having count(*) > 1 and not p_reference ? 'all');
end
$$;
