-- Lets an item pass of which a session can have p_quantity pieces, all it wants over every line, at the time it orders
-- for. Raises: as refuse_item, OC020 being of the open quote.
create or replace function app.require_available(p_turn app.turn, p_item text, p_quantity integer) returns void
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.refuse_item(p_item, app.session_refusals(p_turn, array[p_item], array[p_quantity]) -> p_item);
end
$$;
