-- Lets what one of the staff did pass that may be taken back: for a quarter of an hour, whatever it was, and by who still has
-- the right to do it. Raises: as require_staff; OC039 too long ago.
create or replace function app.require_undoable(p_turn app.turn, p_event cold.staff_event) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.require_staff(p_turn, p_event.action);
  if p_event.at < p_turn.at - interval '15 minutes' then
    raise exception '% cannot be undone any more', p_event.action using errcode = 'OC039';
  end if;
end
$$;
