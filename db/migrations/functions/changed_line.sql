-- A line as an event left it, in the form of SessionView.changed. p_delta: the change of quantity.
create or replace function app.changed_line(p_event jsonb, p_delta integer) returns jsonb
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'line_no', p_event -> 'line_no', 'item_id', p_event -> 'item_id', 'item_name', p_event -> 'item_name',
      'quantity', p_event -> 'quantity_after', 'delta', p_delta, 'unit_price', p_event ->> 'price',
      'line_total', ((p_event ->> 'price')::numeric * (p_event ->> 'quantity_after')::integer)::text,
      'options', p_event -> 'options', 'without', p_event -> 'without', 'note', p_event -> 'note',
      'accepted', coalesce(p_event -> 'accepted', '[]')));
end
$$;
