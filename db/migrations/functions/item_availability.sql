-- Whether p_quantity pieces of an item, all that a session wants of it, can be had at p_at: null, or the gravest reason
-- why not, as item_refusals has it.
create or replace function app.item_availability(
  p_tenant uuid, p_item text, p_at timestamptz, p_order_type text, p_quantity integer, p_session text
) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return app.item_refusals(p_tenant, array[p_item], array[p_quantity], p_at, p_order_type, p_session) -> p_item -> 0;
end
$$;
