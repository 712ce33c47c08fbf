-- Lets an item pass of which a session can have p_quantity pieces, all it wants over every line, at the time it orders
-- for. Raises: OC001 not on the menu, OC005 sold out, OC006 not served then, OC011 fewer left, OC019 closed then,
-- OC020 not for the order type of the open quote.
create or replace function app.require_available(p_turn app.turn, p_item text, p_quantity integer) returns void
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_refusal jsonb := app.session_refusals(p_turn, array[p_item], array[p_quantity]) -> p_item -> 0;
begin
  if v_refusal is null then
    return;
  end if;
  raise exception '% cannot be had: %', p_item, v_refusal ->> 'reason'
    using errcode = case v_refusal ->> 'reason'
            when 'unknown' then 'OC001' when 'sold_out' then 'OC005' when 'not_served' then 'OC006'
            when 'stock' then 'OC011' when 'closed' then 'OC019' when 'order_type' then 'OC020' end,
          detail = jsonb_strip_nulls(v_refusal - 'reason' || jsonb_build_object('item_id', p_item))
            || case when v_refusal ? 'offered' then jsonb_build_object(
                 'order_type', replace(coalesce(v_refusal ->> 'order_type', 'any order here'), '_', '-'),
                 'offered', replace((
                   select string_agg(o, ', ') from jsonb_array_elements_text(v_refusal -> 'offered') o), '_', '-'))
               else '{}' end;
end
$$;
